package io.falcoj.compiler.codegen;

import io.falcoj.compiler.dispatch.Decision.Run;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.plan.SourcePlan;
import io.falcoj.compiler.plan.SourcePlan.PlannedRule;
import io.falcoj.compiler.source.SourceFile;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Writes the methods of rules, named as the rule: one for each condition that some group of events
 * leaves of it.
 */
final class RuleBodies {
  private final SourcePlan plan;
  private final ClassParts parts;
  private final Map<Pred, MethodRef> methods;
  private final Map<Load.Field, MethodRef> kept;
  private final Map<Run, MethodRef> written = new HashMap<>();

  RuleBodies(
      SourcePlan plan,
      ClassParts parts,
      Map<Pred, MethodRef> methods,
      Map<Load.Field, MethodRef> kept) {
    this.plan = plan;
    this.parts = parts;
    this.methods = methods;
    this.kept = kept;
  }

  /** Number of the rule over the whole bundle. */
  int index(Run run) {
    return plan.rules().get(run.rule()).index();
  }

  MethodRef of(Run run) {
    MethodRef known = written.get(run);
    if (known == null) {
      known = write(plan.rules().get(run.rule()), run.condition());
      written.put(run, known);
    }
    return known;
  }

  private MethodRef write(PlannedRule rule, Pred condition) {
    Place place = new Place(rule.rule().rule().condition().span());
    SourceFile file = place.span().file();
    PartClass part = parts.next(file.name());
    String name = part.uniqueName(rule.rule().rule().name());
    MethodWriter out = new MethodWriter(part, name, Types.PREDICATE, file, 1);
    out.line(place);
    Label no = new Label();
    new PredEmitter(out, methods, kept).emit(condition, false, no);
    out.constant(1);
    out.instruction(Opcodes.IRETURN);
    out.label(no);
    out.constant(0);
    out.instruction(Opcodes.IRETURN);
    out.finish();
    return out.ref();
  }
}
