package io.falcoj.compiler.codegen;

import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Part;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Tests a value in a local variable against another field: falls through when it passes, jumps to
 * {@code onFalse} otherwise, also when the other is absent. Stack: unchanged.
 */
final class FieldTestEmitter {
  private static final String SLICE = Types.desc(Types.SLICE);
  private static final String LIST = Types.desc(Types.LIST);

  private final MethodWriter out;
  private final LoadEmitter loads;
  private final TestEmitter tests;

  FieldTestEmitter(MethodWriter out, LoadEmitter loads, TestEmitter tests) {
    this.out = out;
    this.loads = loads;
    this.tests = tests;
  }

  void emit(Test test, int local, Label onFalse) {
    if (test instanceof Test.NumberAgainst against) {
      int right = loads.toLocal(against.right(), onFalse);
      tests.number(
          against.order(),
          against.family(),
          local,
          () -> out.variable(Opcodes.LLOAD, right),
          onFalse);
    } else if (test instanceof Test.TextAgainst against) {
      int right = loads.toLocal(against.right(), onFalse);
      tests.textOrder(against.order(), local, () -> out.variable(Opcodes.ALOAD, right), onFalse);
    } else if (test instanceof Test.SearchAgainst against) {
      search(against, local, onFalse);
    } else if (test instanceof Test.GlobAgainst against) {
      glob(against, local, onFalse);
    } else {
      among((Test.InField) test, local, onFalse);
    }
  }

  private void search(Test.SearchAgainst against, int local, Label onFalse) {
    int right = loads.toLocal(against.right(), onFalse);
    out.variable(Opcodes.ALOAD, local);
    out.variable(Opcodes.ALOAD, right);
    boolean anyCase = against.part() == Part.ICONTAINS;
    String method =
        switch (against.part()) {
          case CONTAINS -> "contains";
          case ICONTAINS -> "containsAnyCase";
          case STARTSWITH -> "startsWith";
          case ENDSWITH -> "endsWith";
        };
    out.callStatic(anyCase ? Types.GLOB_OPS : Types.STRING_OPS, method, "(" + SLICE + SLICE + ")Z");
    out.jump(Opcodes.IFEQ, onFalse);
  }

  private void glob(Test.GlobAgainst against, int local, Label onFalse) {
    int right = loads.toLocal(against.right(), onFalse);
    out.variable(Opcodes.ALOAD, local);
    out.variable(Opcodes.ALOAD, right);
    out.constant(against.ignoreCase() ? 1 : 0);
    out.callStatic(Types.GLOB_OPS, "matches", "(" + SLICE + SLICE + "Z)Z");
    out.jump(Opcodes.IFEQ, onFalse);
  }

  private void among(Test.InField in, int local, Label onFalse) {
    Load load = in.right();
    int right = loads.toLocal(load, onFalse);
    if (!load.isMany() && in.numeric()) {
      out.variable(Opcodes.LLOAD, local);
      out.variable(Opcodes.LLOAD, right);
      out.instruction(Opcodes.LCMP);
      out.jump(Opcodes.IFNE, onFalse);
      return;
    }
    out.variable(Opcodes.ALOAD, load.isMany() ? right : local);
    if (load.isMany()) {
      out.variable(in.numeric() ? Opcodes.LLOAD : Opcodes.ALOAD, local);
      String value = in.numeric() ? "J" : SLICE;
      out.callStatic(Types.LIST_OPS, "contains", "(" + LIST + value + ")Z");
    } else {
      out.variable(Opcodes.ALOAD, right);
      out.callStatic(Types.STRING_OPS, "equal", "(" + SLICE + SLICE + ")Z");
    }
    out.jump(Opcodes.IFEQ, onFalse);
  }
}
