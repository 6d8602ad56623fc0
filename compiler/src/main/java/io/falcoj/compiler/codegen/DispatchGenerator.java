package io.falcoj.compiler.codegen;

import io.falcoj.compiler.plan.SourcePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the entry class, whose {@code match} switches on the event code, and the methods that run
 * the candidates of a group in order until the sink stops. Where rules are many, neighbours that
 * several groups have in common are one method.
 *
 * <p>The entry class's constructor links all constants: neither of HotSpot's compilers takes a
 * method with a constant that is not linked yet, which would leave every rule with a check that is
 * rarely reached to the interpreter.
 */
final class DispatchGenerator {
  private static final String MATCH =
      "(" + Types.desc(Types.CONTEXT) + Types.desc(Types.SINK) + ")V";
  private static final String RUN = "(" + Types.desc(Types.CONTEXT) + Types.desc(Types.SINK) + ")Z";

  /** About 30 bytes of code each. */
  private static final int RULES_PER_METHOD = 200;

  /** Neighbours in large groups: few enough that many groups have the same ones of them. */
  private static final int RULES_PER_BLOCK = 16;

  /** About 10 bytes of code each. */
  private static final int CALLS_PER_METHOD = 400;

  private static final int SINK = 1;

  private final SourcePlan plan;
  private final String entry;
  private final ClassParts parts;
  private final Map<List<Integer>, MethodRef> blocks = new HashMap<>();
  private final Map<List<Integer>, MethodRef> asyncBlocks = new HashMap<>();

  DispatchGenerator(SourcePlan plan, String entry, ClassParts parts) {
    this.plan = plan;
    this.entry = entry;
    this.parts = parts;
  }

  void generate(List<MethodRef> rules, List<MethodRef> async, SortedMap<String, byte[]> classes) {
    MethodRef[] groups = new MethodRef[plan.groups().size()];
    for (int g = 0; g < groups.length; g++) {
      List<Integer> positions = plan.groups().get(g);
      List<MethodRef> bodies =
          g == plan.asyncGroup() ? async : positions.stream().map(rules::get).toList();
      groups[g] = group(positions, bodies, g == plan.asyncGroup());
    }
    classes.put(entry, entryClass(groups));
  }

  /** A method that runs a group: its rules, or for many rules the methods of their blocks. */
  private MethodRef group(List<Integer> positions, List<MethodRef> bodies, boolean async) {
    if (positions.isEmpty()) {
      throw new IllegalArgumentException("a group without rules");
    }
    if (positions.size() <= RULES_PER_METHOD) {
      return run(positions, bodies);
    }
    List<MethodRef> methods = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= positions.size(); i++) {
      if (i == positions.size() || block(positions, i) != block(positions, start)) {
        methods.add(block(positions.subList(start, i), bodies.subList(start, i), async));
        start = i;
      }
    }
    return row(methods);
  }

  private static int block(List<Integer> positions, int index) {
    return positions.get(index) / RULES_PER_BLOCK;
  }

  private MethodRef block(List<Integer> positions, List<MethodRef> bodies, boolean async) {
    Map<List<Integer>, MethodRef> known = async ? asyncBlocks : blocks;
    MethodRef block = known.get(positions);
    if (block == null) {
      block = run(positions, bodies);
      known.put(List.copyOf(positions), block);
    }
    return block;
  }

  /** A method that runs rules in order until the sink stops. */
  private MethodRef run(List<Integer> positions, List<MethodRef> bodies) {
    MethodWriter out = begin();
    Label stop = new Label();
    for (int i = 0; i < positions.size(); i++) {
      candidate(out, plan.rules().get(positions.get(i)).index(), bodies.get(i), stop);
    }
    return end(out, stop);
  }

  /** A method that calls methods in order until one stops; many become a row of such methods. */
  private MethodRef row(List<MethodRef> methods) {
    List<MethodRef> calls = methods;
    while (calls.size() > CALLS_PER_METHOD) {
      List<MethodRef> above = new ArrayList<>();
      for (int start = 0; start < calls.size(); start += CALLS_PER_METHOD) {
        above.add(calls(calls.subList(start, Math.min(calls.size(), start + CALLS_PER_METHOD))));
      }
      calls = above;
    }
    return calls(calls);
  }

  private MethodRef calls(List<MethodRef> methods) {
    MethodWriter out = begin();
    Label stop = new Label();
    for (MethodRef method : methods) {
      out.loadContext();
      out.variable(Opcodes.ALOAD, SINK);
      out.callStatic(method.owner(), method.name(), RUN);
      out.jump(Opcodes.IFEQ, stop);
    }
    return end(out, stop);
  }

  private MethodWriter begin() {
    PartClass part = parts.next("dispatch");
    return new MethodWriter(part, part.uniqueName("run"), RUN, null, 2);
  }

  private static MethodRef end(MethodWriter out, Label stop) {
    out.constant(1);
    out.instruction(Opcodes.IRETURN);
    out.label(stop);
    out.constant(0);
    out.instruction(Opcodes.IRETURN);
    out.finish();
    return out.ref();
  }

  private static void candidate(MethodWriter out, int index, MethodRef body, Label stop) {
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

  private byte[] entryClass(MethodRef[] groups) {
    PartClass part =
        new PartClass(entry, Types.RULE_SET, plan.source(), () -> parts.next("dispatch"));
    ClassWriter writer = part.writer();
    constructor(writer, parts.linkers());
    slots(writer);
    MethodWriter out = new MethodWriter(part, "dispatch", MATCH, null, 2);
    if (plan.groupOfCode().isEmpty()) {
      call(out, groups[0]);
    } else {
      byCode(out, groups);
    }
    out.instruction(Opcodes.RETURN);
    out.finish();
    match(writer);
    return part.finish();
  }

  private void byCode(MethodWriter out, MethodRef[] groups) {
    Label otherwise = new Label();
    Label[] bodies = new Label[groups.length];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = new Label();
    }
    Label[] labels = new Label[plan.groupOfCode().size()];
    for (int code = 0; code < labels.length; code++) {
      int group = plan.groupOfCode().get(code);
      labels[code] = group < 0 ? otherwise : bodies[group];
    }
    out.context("eventCode", "()I");
    out.tableSwitch(labels.length - 1, labels, otherwise);
    for (int i = 0; i < bodies.length; i++) {
      out.label(bodies[i]);
      call(out, groups[i]);
      out.instruction(Opcodes.RETURN);
    }
    out.label(otherwise);
  }

  private static void call(MethodWriter out, MethodRef group) {
    out.loadContext();
    out.variable(Opcodes.ALOAD, SINK);
    out.callStatic(group.owner(), group.name(), RUN);
    out.instruction(Opcodes.POP);
  }

  private static void constructor(ClassWriter writer, List<MethodRef> linkers) {
    MethodVisitor init = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitCode();
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, Types.RULE_SET, "<init>", "()V", false);
    for (MethodRef linker : linkers) {
      init.visitMethodInsn(Opcodes.INVOKESTATIC, linker.owner(), linker.name(), "()V", false);
    }
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(0, 0);
    init.visitEnd();
  }

  private void slots(ClassWriter writer) {
    MethodVisitor slots = writer.visitMethod(Opcodes.ACC_PUBLIC, "memoSlots", "()I", null, null);
    slots.visitCode();
    slots.visitLdcInsn(plan.slots());
    slots.visitInsn(Opcodes.IRETURN);
    slots.visitMaxs(0, 0);
    slots.visitEnd();
  }

  private void match(ClassWriter writer) {
    MethodVisitor match = writer.visitMethod(Opcodes.ACC_PUBLIC, "match", MATCH, null, null);
    match.visitCode();
    match.visitVarInsn(Opcodes.ALOAD, 1);
    match.visitVarInsn(Opcodes.ALOAD, 2);
    match.visitMethodInsn(Opcodes.INVOKESTATIC, entry, "dispatch", MATCH, false);
    match.visitInsn(Opcodes.RETURN);
    match.visitMaxs(0, 0);
    match.visitEnd();
  }
}
