package io.falcoj.compiler.codegen;

import io.falcoj.compiler.dispatch.Decision;
import io.falcoj.compiler.dispatch.Decision.Apart;
import io.falcoj.compiler.dispatch.Decision.Run;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Writes methods that run rules in load order and tell the sink at once, until it stops: for rule
 * sets where it matters how often a condition is evaluated.
 */
final class OrderedGenerator {
  private static final String RUN = "(" + Types.desc(Types.CONTEXT) + Types.desc(Types.SINK) + ")Z";
  private static final int SINK = 1;

  private final ClassParts parts;
  private final RuleBodies bodies;

  OrderedGenerator(ClassParts parts, RuleBodies bodies) {
    this.parts = parts;
    this.bodies = bodies;
  }

  /** Calls a method that runs rules. Stack: … → … 0 when the sink stopped. */
  static void call(MethodWriter out, MethodRef method) {
    out.loadContext();
    out.variable(Opcodes.ALOAD, SINK);
    out.callStatic(method.owner(), method.name(), RUN);
  }

  /** A method for {@link #call}. */
  MethodRef method(List<Decision> rules) {
    PartClass part = parts.next("dispatch");
    MethodWriter out = new MethodWriter(part, part.uniqueName("run"), RUN, null, 2);
    Label stop = new Label();
    for (Decision rule : rules) {
      if (rule instanceof Run run) {
        candidate(out, run, stop);
      } else {
        call(out, method(((Apart) rule).steps()));
        out.jump(Opcodes.IFEQ, stop);
      }
    }
    out.constant(1);
    out.instruction(Opcodes.IRETURN);
    out.label(stop);
    out.constant(0);
    out.instruction(Opcodes.IRETURN);
    out.finish();
    return out.ref();
  }

  private void candidate(MethodWriter out, Run run, Label stop) {
    int index = bodies.index(run);
    MethodRef body = bodies.of(run);
    Label next = new Label();
    out.loadContext();
    out.constant(index);
    out.callVirtual(Types.CONTEXT, "runs", "(I)Z");
    out.jump(Opcodes.IFEQ, next);
    out.loadContext();
    out.callStatic(body.owner(), body.name(), Types.PREDICATE);
    out.jump(Opcodes.IFEQ, next);
    out.variable(Opcodes.ALOAD, SINK);
    out.constant(index);
    out.callInterface(Types.SINK, "matched", "(I)Z");
    out.jump(Opcodes.IFEQ, stop);
    out.label(next);
  }
}
