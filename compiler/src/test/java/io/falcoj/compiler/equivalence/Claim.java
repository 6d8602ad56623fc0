package io.falcoj.compiler.equivalence;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.facts.PartPlace;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.syntax.ParsedRule;
import io.falcoj.compiler.syntax.ParsedRule.ParsedException;
import io.falcoj.runtime.abi.MatchContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A finding of lint as something that events can refute.
 *
 * @param rules text of the rules that it is about
 */
record Claim(Diagnostic diagnostic, String rules, Predicate<MatchContext> truth) {
  private static final IrInterpreter INTERPRETER = new IrInterpreter();

  private enum Part {
    CHECK,
    ALTERNATIVE
  }

  boolean isTrue(MatchContext event) {
    return truth.test(event);
  }

  /** Null for a finding that says nothing of events. */
  static @Nullable Claim of(Diagnostic found, CheckedRules checked) {
    TypedRule rule =
        checked.typed().rules().stream()
            .filter(
                r -> found.context().stream().anyMatch(c -> c.itemName().equals(r.rule().name())))
            .findFirst()
            .orElse(null);
    if (rule == null) {
      return null;
    }
    Predicate<MatchContext> holds = event -> INTERPRETER.holds(rule.condition(), event);
    Predicate<MatchContext> truth =
        switch (found.code()) {
          case NEVER_TRUE, EVENT_TYPE_CONTRADICTION ->
              found.message().startsWith("rule ")
                  ? holds.negate()
                  : unchanged(found.span(), Part.ALTERNATIVE, checked);
          case ALWAYS_TRUE -> holds;
          case FIELD_NEVER_SET -> unchanged(found.span(), Part.CHECK, checked);
          case SHADOWED_RULE -> shadowed(rule, earlier(found, checked));
          case EXCEPTION_NEVER_APPLIES -> idle(rule, exception(found, rule, checked));
          default -> null;
        };
    return truth == null ? null : new Claim(found, rule.rule().condition().text(), truth);
  }

  private static Predicate<MatchContext> shadowed(TypedRule rule, TypedRule earlier) {
    return event -> !INTERPRETER.matches(rule, event) || INTERPRETER.matches(earlier, event);
  }

  private static Predicate<MatchContext> idle(TypedRule rule, Pred exception) {
    Pred own = ((AllOf) rule.condition()).operands().get(0);
    return event -> !INTERPRETER.holds(own, event) || !INTERPRETER.holds(exception, event);
  }

  private static TypedRule earlier(Diagnostic found, CheckedRules checked) {
    SourceSpan place = found.related().get(0).span();
    return checked.typed().rules().stream()
        .filter(r -> r.rule().span().equals(place))
        .findFirst()
        .orElseThrow();
  }

  private static Pred exception(Diagnostic found, TypedRule rule, CheckedRules checked) {
    ParsedRule parsed =
        checked.parsed().rules().stream()
            .filter(p -> p.rule() == rule.rule())
            .findFirst()
            .orElseThrow();
    List<ParsedException> exceptions = parsed.exceptions();
    for (int i = 0; i < exceptions.size(); i++) {
      ExceptionDef def = exceptions.get(i).exception();
      Pred condition = ((Not) ((AllOf) rule.condition()).operands().get(i + 1)).operand();
      if (def.span().equals(found.span())) {
        return condition;
      }
      for (int row = 0; row < def.values().size(); row++) {
        if (def.values().get(row).span(def.span()).equals(found.span())) {
          return ((AnyOf) condition).operands().get(row);
        }
      }
    }
    throw new IllegalArgumentException("no exception there");
  }

  /** No rule notices when the part that stands there never holds. */
  private static Predicate<MatchContext> unchanged(
      SourceSpan place, Part part, CheckedRules checked) {
    List<Pred> with = new ArrayList<>();
    List<Pred> without = new ArrayList<>();
    for (TypedRule rule : checked.typed().rules()) {
      Pred rest = without(rule.condition(), place, part);
      if (!rest.equals(rule.condition())) {
        with.add(rule.condition());
        without.add(rest);
      }
    }
    if (with.isEmpty()) {
      throw new IllegalArgumentException("nothing there");
    }
    return event ->
        IntStream.range(0, with.size())
            .allMatch(
                i ->
                    INTERPRETER.holds(with.get(i), event)
                        == INTERPRETER.holds(without.get(i), event));
  }

  private static Pred without(Pred pred, SourceSpan place, Part part) {
    if (part == Part.CHECK && place.equals(PartPlace.ofCheck(pred))) {
      return Always.FALSE;
    }
    if (pred instanceof AllOf all) {
      return new AllOf(all.operands().stream().map(p -> without(p, place, part)).toList());
    }
    if (pred instanceof AnyOf any) {
      return new AnyOf(
          any.operands().stream()
              .map(
                  p ->
                      part == Part.ALTERNATIVE && stands(p, place)
                          ? Always.FALSE
                          : without(p, place, part))
              .toList());
    }
    return pred instanceof Not not ? new Not(without(not.operand(), place, part)) : pred;
  }

  private static boolean stands(Pred pred, SourceSpan place) {
    PartPlace at = PartPlace.of(pred);
    return at != null && at.first().to(at.last()).equals(place);
  }
}
