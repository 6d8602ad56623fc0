package io.falcoj.compiler.codegen;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.runtime.schema.FieldDef.Shape;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Evaluates predicates by jumps. Stack: unchanged throughout. */
final class PredEmitter {
  private static final String LIST = Types.LIST;

  private final MethodWriter out;
  private final Map<Pred, MethodRef> methods;
  private final LoadEmitter loads;
  private final TestEmitter tests;

  /**
   * @param methods predicates that have a method
   */
  PredEmitter(MethodWriter out, Map<Pred, MethodRef> methods, Map<Load.Field, MethodRef> kept) {
    this.out = out;
    this.methods = methods;
    this.loads = new LoadEmitter(out, kept);
    this.tests = new TestEmitter(out, loads);
  }

  /** Jumps to {@code target} when the outcome is {@code when}, falls through otherwise. */
  void emit(Pred pred, boolean when, Label target) {
    MethodRef method = methods.get(pred);
    if (method == null) {
      body(pred, when, target);
    } else {
      out.loadContext();
      out.callStatic(method.owner(), method.name(), Types.PREDICATE);
      out.jump(when ? Opcodes.IFNE : Opcodes.IFEQ, target);
    }
  }

  /** As {@link #emit}, written out even when the predicate has a method. */
  void body(Pred pred, boolean when, Label target) {
    if (pred instanceof AllOf all) {
      sequence(all.operands(), false, when, target);
    } else if (pred instanceof AnyOf any) {
      sequence(any.operands(), true, when, target);
    } else if (pred instanceof Not not) {
      emit(not.operand(), !when, target);
    } else if (pred instanceof Always constant) {
      if (constant.value() == when) {
        out.jump(Opcodes.GOTO, target);
      }
    } else if (when) {
      Label no = new Label();
      leaf(pred, no);
      out.jump(Opcodes.GOTO, target);
      out.label(no);
    } else {
      leaf(pred, target);
    }
  }

  /** Operands in order, until one has the outcome {@code decisive}. */
  private void sequence(List<Pred> operands, boolean decisive, boolean when, Label target) {
    if (when == decisive) {
      for (Pred operand : operands) {
        emit(operand, decisive, target);
      }
      return;
    }
    Label decided = new Label();
    for (int i = 0; i < operands.size() - 1; i++) {
      emit(operands.get(i), decisive, decided);
    }
    emit(operands.get(operands.size() - 1), when, target);
    out.label(decided);
  }

  /** Falls through if true, jumps to {@code onFalse} otherwise. */
  private void leaf(Pred pred, Label onFalse) {
    if (pred instanceof EventTypeIs type) {
      out.line(type.place());
      out.constant(Constants.eventTypes(type.codes()));
      out.loadContext();
      out.callVirtual(Types.EVENT_TYPES, "has", "(" + Types.desc(Types.CONTEXT) + ")Z");
      out.jump(Opcodes.IFEQ, onFalse);
    } else if (pred instanceof Exists exists) {
      out.line(exists.place());
      exists(exists.load(), onFalse);
    } else {
      Check check = (Check) pred;
      out.line(check.place());
      int local = loads.toLocal(check.load(), onFalse);
      if (check.over() == Check.Over.ONE) {
        tests.emit(check.test(), local, onFalse);
      } else {
        elements(check, local, onFalse);
      }
    }
  }

  private void exists(Load load, Label onFalse) {
    int local = loads.toLocal(load, onFalse);
    if (load instanceof Load.Field field && field.ref().def().shape() == Shape.ANY_OF) {
      size(local);
      out.jump(Opcodes.IFEQ, onFalse);
    }
  }

  private void size(int list) {
    out.variable(Opcodes.ALOAD, list);
    out.callVirtual(LIST, "size", "()I");
  }

  /** A loop over the list's elements. */
  private void elements(Check check, int list, Label onFalse) {
    boolean any = check.over() == Check.Over.ANY;
    if (check.over() == Check.Over.BOTH_ENDS) {
      size(list);
      out.jump(Opcodes.IFEQ, onFalse);
    }
    Label head = new Label();
    Label next = new Label();
    Label done = new Label();
    int index = out.local(1);
    out.constant(0);
    out.variable(Opcodes.ISTORE, index);
    out.label(head);
    out.variable(Opcodes.ILOAD, index);
    size(list);
    out.jump(Opcodes.IF_ICMPGE, any ? onFalse : done);
    int value = element(check.load(), list, index);
    tests.emit(check.test(), value, any ? next : onFalse);
    if (any) {
      out.jump(Opcodes.GOTO, done);
    }
    out.label(next);
    out.increment(index);
    out.jump(Opcodes.GOTO, head);
    out.label(done);
  }

  private int element(Load load, int list, int index) {
    boolean number = load.operand().type().isNumeric();
    int value = out.local(number ? 2 : 1);
    out.variable(Opcodes.ALOAD, list);
    out.variable(Opcodes.ILOAD, index);
    if (number) {
      out.callVirtual(LIST, "number", "(I)J");
      out.variable(Opcodes.LSTORE, value);
    } else {
      out.callVirtual(LIST, "slice", "(I)" + Types.desc(Types.SLICE));
      out.variable(Opcodes.ASTORE, value);
    }
    return value;
  }
}
