package io.falcoj.compiler.codegen;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.plan.SourcePlan;
import io.falcoj.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Generates the classes of one source: predicates, rules, dispatch. */
final class SourceGenerator {
  private final SourcePlan plan;
  private final String folder;
  private final ClassParts parts;
  private final Map<Pred, MethodRef> methods = new HashMap<>();
  private final Map<Load.Field, MethodRef> kept = new HashMap<>();

  SourceGenerator(SourcePlan plan, String folder) {
    this.plan = plan;
    this.folder = folder;
    this.parts = new ClassParts(folder);
  }

  /** Name of the entry class, with slashes. */
  String entryName() {
    return folder + "Rules";
  }

  void generate(SortedMap<String, byte[]> classes) {
    keptFields();
    predicates();
    RuleBodies bodies = new RuleBodies(plan, parts, methods, kept);
    DecisionGenerator decisions = new DecisionGenerator(parts, bodies, methods, kept);
    OrderedGenerator ordered = new OrderedGenerator(parts, bodies);
    new DispatchGenerator(plan, entryName(), parts, decisions, ordered).generate(classes);
    parts.finish(classes);
  }

  /** A method per remembered field: the kept value, or the accessor's, kept. */
  private void keptFields() {
    for (Map.Entry<Load.Field, Integer> entry : plan.kept().entrySet()) {
      Load.Field field = entry.getKey();
      PartClass part = parts.next("fields");
      String name = part.uniqueName(field.ref().text());
      String type = LoadEmitter.result(field.ref());
      MethodWriter out =
          new MethodWriter(part, name, "(" + Types.desc(Types.CONTEXT) + ")" + type, null, 1);
      Label unknown = new Label();
      keptCall(out, entry.getValue(), "isKept", "(I)Z");
      out.jump(Opcodes.IFEQ, unknown);
      boolean list = type.equals(Types.desc(Types.LIST));
      keptCall(out, entry.getValue(), list ? "keptList" : "keptText", "(I)" + type);
      out.instruction(Opcodes.ARETURN);
      out.label(unknown);
      out.loadContext();
      out.constant(entry.getValue());
      new LoadEmitter(out, Map.of()).accessor(field.ref());
      out.callVirtual(Types.CONTEXT, "keep", "(I" + type + ")" + type);
      out.instruction(Opcodes.ARETURN);
      out.finish();
      kept.put(field, new MethodRef(part.name(), name));
    }
  }

  private static void keptCall(MethodWriter out, int slot, String method, String descriptor) {
    out.loadContext();
    out.constant(slot);
    out.callVirtual(Types.CONTEXT, method, descriptor);
  }

  /**
   * A method per predicate that the plan gives one, the smaller first: a predicate calls only what
   * is part of it, and what a class holds is known before the next method goes into it.
   */
  private void predicates() {
    List<Map.Entry<Pred, Integer>> smallestFirst = new ArrayList<>(plan.methods().entrySet());
    Map<Pred, Integer> sizes = new IdentityHashMap<>();
    smallestFirst.sort(Comparator.comparingInt(entry -> size(entry.getKey(), sizes)));
    int number = 0;
    for (Map.Entry<Pred, Integer> entry : smallestFirst) {
      Pred pred = entry.getKey();
      SourceFile file = fileOf(pred);
      PartClass part = parts.next(file.name());
      String name = part.uniqueName("p" + number++);
      MethodWriter out = new MethodWriter(part, name, Types.PREDICATE, file, 1);
      if (entry.getValue() < 0) {
        plainBody(out, pred);
      } else {
        rememberedBody(out, pred, entry.getValue());
      }
      out.finish();
      methods.put(pred, new MethodRef(part.name(), name));
    }
  }

  /** Predicates within a predicate, itself included. */
  private static int size(Pred pred, Map<Pred, Integer> known) {
    Integer size = known.get(pred);
    if (size == null) {
      size = 1;
      for (Pred operand : operands(pred)) {
        size += size(operand, known);
      }
      known.put(pred, size);
    }
    return size;
  }

  private static List<Pred> operands(Pred pred) {
    if (pred instanceof AllOf all) {
      return all.operands();
    }
    if (pred instanceof AnyOf any) {
      return any.operands();
    }
    return pred instanceof Not not ? List.of(not.operand()) : List.of();
  }

  private void plainBody(MethodWriter out, Pred pred) {
    Label no = new Label();
    new PredEmitter(out, methods, kept).body(pred, false, no);
    out.constant(1);
    out.instruction(Opcodes.IRETURN);
    out.label(no);
    out.constant(0);
    out.instruction(Opcodes.IRETURN);
  }

  private void rememberedBody(MethodWriter out, Pred pred, int slot) {
    Label unknown = new Label();
    Label no = new Label();
    int known = out.local(1);
    out.loadContext();
    out.constant(slot);
    out.callVirtual(Types.CONTEXT, "memo", "(I)I");
    out.variable(Opcodes.ISTORE, known);
    out.variable(Opcodes.ILOAD, known);
    out.jump(Opcodes.IFLT, unknown);
    out.variable(Opcodes.ILOAD, known);
    out.instruction(Opcodes.IRETURN);
    out.label(unknown);
    new PredEmitter(out, methods, kept).body(pred, false, no);
    remember(out, slot, 1);
    out.label(no);
    remember(out, slot, 0);
  }

  private static void remember(MethodWriter out, int slot, int value) {
    out.loadContext();
    out.constant(slot);
    out.constant(value);
    out.callVirtual(Types.CONTEXT, "remember", "(IZ)Z");
    out.instruction(Opcodes.IRETURN);
  }

  /** The file of the first check within the predicate. */
  private SourceFile fileOf(Pred pred) {
    Place place = firstPlace(pred);
    return place != null ? place.span().file() : plan.rules().get(0).rule().rule().span().file();
  }

  private static @Nullable Place firstPlace(Pred pred) {
    List<Pred> operands = operands(pred);
    if (!operands.isEmpty()) {
      return firstPlace(operands.get(0));
    }
    if (pred instanceof Check check) {
      return check.place();
    }
    if (pred instanceof Exists exists) {
      return exists.place();
    }
    return pred instanceof EventTypeIs type ? type.place() : null;
  }
}
