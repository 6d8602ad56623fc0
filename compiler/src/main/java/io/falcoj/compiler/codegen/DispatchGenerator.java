package io.falcoj.compiler.codegen;

import io.falcoj.compiler.plan.SourcePlan;
import java.util.List;
import java.util.SortedMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the entry class, whose {@code match} switches on the event code, and the methods that run
 * the candidates of a group in order until the sink stops.
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

  private static final int SINK = 1;

  private final SourcePlan plan;
  private final String entry;
  private final ClassParts parts;

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
      groups[g] = group(positions, bodies);
    }
    classes.put(entry, entryClass(groups));
  }

  /** A method that runs a group; a large group is a row of methods, one calling the next. */
  private MethodRef group(List<Integer> positions, List<MethodRef> bodies) {
    int start = ((positions.size() - 1) / RULES_PER_METHOD) * RULES_PER_METHOD;
    MethodRef next = null;
    for (; start >= 0; start -= RULES_PER_METHOD) {
      int end = Math.min(positions.size(), start + RULES_PER_METHOD);
      PartClass part = parts.next("dispatch");
      String name = part.uniqueName("run");
      MethodWriter out = new MethodWriter(part, name, RUN, null, 2);
      Label stop = new Label();
      for (int i = start; i < end; i++) {
        candidate(out, plan.rules().get(positions.get(i)).index(), bodies.get(i), stop);
      }
      if (next == null) {
        out.constant(1);
      } else {
        out.loadContext();
        out.variable(Opcodes.ALOAD, SINK);
        out.callStatic(next.owner(), next.name(), RUN);
      }
      out.instruction(Opcodes.IRETURN);
      out.label(stop);
      out.constant(0);
      out.instruction(Opcodes.IRETURN);
      out.finish();
      next = new MethodRef(part.name(), name);
    }
    if (next == null) {
      throw new IllegalArgumentException("a group without rules");
    }
    return next;
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
    PartClass part = new PartClass(entry, Types.RULE_SET, plan.source());
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
