package io.falcoj.compiler.codegen;

import io.falcoj.compiler.dispatch.Decision;
import io.falcoj.compiler.dispatch.Dispatch;
import io.falcoj.compiler.plan.SourcePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the entry class, whose {@code match} switches on the event code, takes the decisions for
 * events of that code and reports the rules that were found to hold.
 *
 * <p>The entry class's constructor links all constants: neither of HotSpot's compilers takes a
 * method with a constant that is not linked yet, which would leave every rule with a check that is
 * rarely reached to the interpreter.
 */
final class DispatchGenerator {
  private static final String MATCH =
      "(" + Types.desc(Types.CONTEXT) + Types.desc(Types.SINK) + ")V";
  private static final int SINK = 1;

  private final SourcePlan plan;
  private final String entry;
  private final ClassParts parts;
  private final DecisionGenerator decisions;
  private final OrderedGenerator ordered;

  DispatchGenerator(
      SourcePlan plan,
      String entry,
      ClassParts parts,
      DecisionGenerator decisions,
      OrderedGenerator ordered) {
    this.plan = plan;
    this.entry = entry;
    this.parts = parts;
    this.decisions = decisions;
    this.ordered = ordered;
  }

  void generate(SortedMap<String, byte[]> classes) {
    Dispatch dispatch = plan.dispatch();
    List<MethodRef> blocks = new ArrayList<>();
    for (List<Decision> block : dispatch.blocks()) {
      blocks.add(dispatch.ordered() ? ordered.method(block) : decisions.method(block));
    }
    classes.put(entry, entryClass(blocks));
  }

  private byte[] entryClass(List<MethodRef> blocks) {
    PartClass part =
        new PartClass(entry, Types.RULE_SET, plan.source(), () -> parts.next("dispatch"));
    MethodWriter out = new MethodWriter(part, "dispatch", MATCH, null, 2);
    List<MethodRef> groups = groups(blocks);
    Label end = new Label();
    if (plan.dispatch().groupOfCode().isEmpty()) {
      group(out, groups.get(0), end);
    } else {
      byCode(out, groups, end);
    }
    out.label(end);
    if (!plan.dispatch().ordered()) {
      out.loadContext();
      out.variable(Opcodes.ALOAD, SINK);
      out.callVirtual(Types.CONTEXT, "report", "(" + Types.desc(Types.SINK) + ")V");
    }
    out.instruction(Opcodes.RETURN);
    out.finish();
    ClassWriter writer = part.writer();
    constructor(writer, parts.linkers());
    slots(writer);
    match(writer);
    return part.finish();
  }

  /** A method for each group: together they can be far too large for one. */
  private List<MethodRef> groups(List<MethodRef> blocks) {
    return plan.dispatch().groups().stream()
        .map(group -> decisions.all(group.stream().map(blocks::get).toList()))
        .toList();
  }

  private void byCode(MethodWriter out, List<MethodRef> groups, Label end) {
    Label[] bodies = new Label[groups.size()];
    Arrays.setAll(bodies, i -> new Label());
    List<Integer> groupOfCode = plan.dispatch().groupOfCode();
    Label[] labels = new Label[groupOfCode.size()];
    for (int code = 0; code < labels.length; code++) {
      int group = groupOfCode.get(code);
      labels[code] = group < 0 ? end : bodies[group];
    }
    out.context("eventCode", "()I");
    out.tableSwitch(labels.length - 1, labels, end);
    for (int i = 0; i < bodies.length; i++) {
      out.label(bodies[i]);
      group(out, groups.get(i), end);
    }
  }

  /** Takes the decisions of a group and goes to the end. */
  private void group(MethodWriter out, MethodRef group, Label end) {
    if (plan.dispatch().ordered()) {
      OrderedGenerator.call(out, group);
      out.instruction(Opcodes.POP);
    } else {
      out.loadContext();
      out.callStatic(group.owner(), group.name(), DecisionGenerator.DECIDE);
    }
    out.jump(Opcodes.GOTO, end);
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
