package io.falcoj.compiler.codegen;

import io.falcoj.compiler.dispatch.Decision;
import io.falcoj.compiler.dispatch.Decision.Among;
import io.falcoj.compiler.dispatch.Decision.Apart;
import io.falcoj.compiler.dispatch.Decision.Run;
import io.falcoj.compiler.dispatch.Decision.When;
import io.falcoj.compiler.dispatch.Key;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Writes decisions as methods that note which rules hold. Stack: unchanged throughout. */
final class DecisionGenerator {
  /** {@code (MatchContext)void}: a list of decisions. */
  static final String DECIDE = "(" + Types.desc(Types.CONTEXT) + ")V";

  private static final String DECIDE_SET = "(" + Types.desc(Types.CONTEXT) + "I)V";

  /** Sets that one method switches to, of at most 30 bytes each; also methods it may call. */
  private static final int SETS_PER_METHOD = 128;

  /** Of 4 bytes each. */
  private static final int CALLS_PER_METHOD = 1000;

  private static final int SET = 1;

  private final ClassParts parts;
  private final RuleBodies bodies;
  private final Map<Pred, MethodRef> methods;
  private final Map<Load.Field, MethodRef> kept;

  DecisionGenerator(
      ClassParts parts,
      RuleBodies bodies,
      Map<Pred, MethodRef> methods,
      Map<Load.Field, MethodRef> kept) {
    this.parts = parts;
    this.bodies = bodies;
    this.methods = methods;
    this.kept = kept;
  }

  /** A method of type {@link #DECIDE}. */
  MethodRef method(List<Decision> decisions) {
    MethodWriter out = begin(DECIDE, 1);
    decisions.forEach(decision -> emit(decision, out));
    out.instruction(Opcodes.RETURN);
    out.finish();
    return out.ref();
  }

  /**
   * A method of type {@link #DECIDE} that calls those of that type; of many, by further methods.
   */
  MethodRef all(List<MethodRef> several) {
    List<MethodRef> calls = several;
    while (calls.size() > 1) {
      List<MethodRef> callers = new ArrayList<>();
      for (int start = 0; start < calls.size(); start += CALLS_PER_METHOD) {
        callers.add(caller(calls.subList(start, Math.min(calls.size(), start + CALLS_PER_METHOD))));
      }
      calls = callers;
    }
    return calls.get(0);
  }

  private MethodRef caller(List<MethodRef> calls) {
    MethodWriter out = begin(DECIDE, 1);
    for (MethodRef call : calls) {
      out.loadContext();
      out.callStatic(call.owner(), call.name(), DECIDE);
    }
    out.instruction(Opcodes.RETURN);
    out.finish();
    return out.ref();
  }

  private MethodWriter begin(String descriptor, int arguments) {
    PartClass part = parts.next("dispatch");
    return new MethodWriter(part, part.uniqueName("decide"), descriptor, null, arguments);
  }

  private void emit(Decision decision, MethodWriter out) {
    if (decision instanceof Run run) {
      run(run, out);
    } else if (decision instanceof When when) {
      Label no = new Label();
      new PredEmitter(out, methods, kept).emit(when.guard(), false, no);
      when.then().forEach(step -> emit(step, out));
      out.label(no);
    } else if (decision instanceof Among among) {
      among(among, out);
    } else {
      MethodRef apart = method(((Apart) decision).steps());
      out.loadContext();
      out.callStatic(apart.owner(), apart.name(), DECIDE);
    }
  }

  private void run(Run run, MethodWriter out) {
    Label no = new Label();
    if (!run.condition().equals(Always.TRUE)) {
      MethodRef body = bodies.of(run);
      out.loadContext();
      out.callStatic(body.owner(), body.name(), Types.PREDICATE);
      out.jump(Opcodes.IFEQ, no);
    }
    out.loadContext();
    out.constant(bodies.index(run));
    out.callVirtual(Types.CONTEXT, "holds", "(I)V");
    out.label(no);
  }

  private void among(Among among, MethodWriter out) {
    MethodRef table = table(among.sets(), 0);
    Label no = new Label();
    int value = new LoadEmitter(out, kept).toLocal(among.load(), no);
    if (among.load().isMany()) {
      each(among.keys(), table, value, no, out);
    } else {
      find(among.keys(), table, value, out);
    }
    out.label(no);
  }

  private static void find(List<Key> keys, MethodRef table, int value, MethodWriter out) {
    out.loadContext();
    out.constant(Constants.index(keys));
    out.variable(Opcodes.ALOAD, value);
    out.callVirtual(Types.INDEX, "find", "(" + Types.desc(Types.SLICE) + ")I");
    out.callStatic(table.owner(), table.name(), DECIDE_SET);
  }

  /** Looks up every text of a list. */
  private static void each(
      List<Key> keys, MethodRef table, int list, Label done, MethodWriter out) {
    Label head = new Label();
    int index = out.local(1);
    int value = out.local(1);
    out.constant(0);
    out.variable(Opcodes.ISTORE, index);
    out.label(head);
    out.variable(Opcodes.ILOAD, index);
    out.variable(Opcodes.ALOAD, list);
    out.callVirtual(Types.LIST, "size", "()I");
    out.jump(Opcodes.IF_ICMPGE, done);
    out.variable(Opcodes.ALOAD, list);
    out.variable(Opcodes.ILOAD, index);
    out.callVirtual(Types.LIST, "slice", "(I)" + Types.desc(Types.SLICE));
    out.variable(Opcodes.ASTORE, value);
    find(keys, table, value, out);
    out.increment(index);
    out.jump(Opcodes.GOTO, head);
  }

  /** A method that takes the decisions of the set of a number; of many sets, by further methods. */
  private MethodRef table(List<List<Decision>> sets, int first) {
    int share = 1;
    while (sets.size() > (long) share * SETS_PER_METHOD) {
      share *= SETS_PER_METHOD;
    }
    List<MethodRef> further = new ArrayList<>();
    for (int start = 0; share > 1 && start < sets.size(); start += share) {
      List<List<Decision>> some = sets.subList(start, Math.min(sets.size(), start + share));
      further.add(table(some, first + start));
    }
    MethodWriter out = begin(DECIDE_SET, 2);
    Label none = new Label();
    Label[] labels = new Label[share > 1 ? further.size() : sets.size()];
    Arrays.setAll(labels, i -> new Label());
    out.variable(Opcodes.ILOAD, SET);
    out.constant(first);
    out.instruction(Opcodes.ISUB);
    out.constant(share);
    out.instruction(Opcodes.IDIV);
    out.tableSwitch(labels.length - 1, labels, none);
    for (int i = 0; i < labels.length; i++) {
      out.label(labels[i]);
      if (share > 1) {
        out.loadContext();
        out.variable(Opcodes.ILOAD, SET);
        out.callStatic(further.get(i).owner(), further.get(i).name(), DECIDE_SET);
      } else {
        sets.get(i).forEach(step -> emit(step, out));
      }
      out.instruction(Opcodes.RETURN);
    }
    out.label(none);
    out.instruction(Opcodes.RETURN);
    out.finish();
    return out.ref();
  }
}
