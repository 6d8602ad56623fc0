package io.falcoj.compiler.codegen;

import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.source.SourceFile;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes one static method whose first argument is the match context. Instructions that no path
 * reaches are left out: a class file would need frames for them.
 */
final class MethodWriter {
  private static final int CONTEXT = 0;

  /** A class file's line table has 16 bits. */
  private static final int MAX_LINE = 65_535;

  private final MethodVisitor visitor;
  private final PartClass part;
  private final String name;
  private final @Nullable SourceFile file;
  private final Set<Label> targets = new HashSet<>();
  private int nextLocal;
  private int lastLine = -1;
  private boolean reachable = true;

  /**
   * @param file the file whose lines the class's line table counts, or null
   * @param arguments number of the method's arguments
   */
  MethodWriter(
      PartClass part, String name, String descriptor, @Nullable SourceFile file, int arguments) {
    this.part = part;
    this.name = name;
    this.visitor = part.begin(name, descriptor);
    this.file = file;
    this.nextLocal = arguments;
  }

  /** Begins a method that this one can call, in whichever class has room. */
  MethodWriter further(String name, String descriptor, int arguments) {
    PartClass target = part.open();
    return new MethodWriter(target, target.uniqueName(name), descriptor, file, arguments);
  }

  /** What calls this method. */
  MethodRef ref() {
    return new MethodRef(part.name(), name);
  }

  /** Marks where the following instructions come from. */
  void line(Place place) {
    if (!reachable || file == null || place.span().file() != file) {
      return;
    }
    int line = Math.min(file.lines().line(place.span().start()), MAX_LINE);
    if (line != lastLine) {
      Label here = new Label();
      visitor.visitLabel(here);
      visitor.visitLineNumber(line, here);
      lastLine = line;
    }
  }

  /** Reserves a local variable of one or two slots. */
  int local(int slots) {
    int local = nextLocal;
    nextLocal += slots;
    return local;
  }

  /** Stack: … → … context. */
  void loadContext() {
    variable(Opcodes.ALOAD, CONTEXT);
  }

  void variable(int opcode, int local) {
    if (reachable) {
      visitor.visitVarInsn(opcode, local);
    }
  }

  void instruction(int opcode) {
    if (reachable) {
      visitor.visitInsn(opcode);
      reachable = opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN;
    }
  }

  void increment(int local) {
    if (reachable) {
      visitor.visitIincInsn(local, 1);
    }
  }

  void jump(int opcode, Label target) {
    if (reachable) {
      visitor.visitJumpInsn(opcode, target);
      targets.add(target);
      reachable = opcode != Opcodes.GOTO;
    }
  }

  void label(Label label) {
    reachable |= targets.contains(label);
    if (reachable) {
      visitor.visitLabel(label);
    }
  }

  void table(int[] keys, Label[] labels, Label otherwise) {
    if (reachable) {
      visitor.visitLookupSwitchInsn(otherwise, keys, labels);
      afterSwitch(labels, otherwise);
    }
  }

  void tableSwitch(int high, Label[] labels, Label otherwise) {
    if (reachable) {
      visitor.visitTableSwitchInsn(0, high, otherwise, labels);
      afterSwitch(labels, otherwise);
    }
  }

  private void afterSwitch(Label[] labels, Label otherwise) {
    Collections.addAll(targets, labels);
    targets.add(otherwise);
    reachable = false;
  }

  /** Stack: … → … constant. */
  void constant(ConstantDynamic constant) {
    if (!reachable) {
      return;
    }
    for (int i = 0; i < constant.getBootstrapMethodArgumentCount(); i++) {
      if (constant.getBootstrapMethodArgument(i) instanceof String text) {
        part.addConstant(text.length(), 2);
      }
    }
    part.addConstant(0, 1);
    part.uses(constant);
    visitor.visitLdcInsn(constant);
  }

  void constant(long value) {
    if (!reachable) {
      return;
    }
    if (value == 0 || value == 1) {
      visitor.visitInsn(value == 0 ? Opcodes.LCONST_0 : Opcodes.LCONST_1);
    } else {
      part.addConstant(Long.BYTES, 2);
      visitor.visitLdcInsn(value);
    }
  }

  void constant(int value) {
    if (!reachable) {
      return;
    }
    if (value >= -1 && value <= 5) {
      visitor.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
      visitor.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
      visitor.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      visitor.visitLdcInsn(value);
    }
  }

  void callStatic(String owner, String name, String descriptor) {
    if (reachable) {
      part.addCallee(owner, name);
      visitor.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }
  }

  void callVirtual(String owner, String name, String descriptor) {
    if (reachable) {
      visitor.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
    }
  }

  void callInterface(String owner, String name, String descriptor) {
    if (reachable) {
      visitor.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true);
    }
  }

  /** Stack: … → … result of a method of the context. */
  void context(String name, String descriptor) {
    loadContext();
    callVirtual(Types.CONTEXT, name, descriptor);
  }

  void finish() {
    visitor.visitMaxs(0, 0);
    visitor.visitEnd();
  }
}
