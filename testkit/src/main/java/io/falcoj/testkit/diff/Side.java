package io.falcoj.testkit.diff;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.clause.Clauses;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.explain.Explainer;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.opt.Passes;
import io.falcoj.testkit.diff.version.RuleSetVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One of the two rule sets, with what is asked about its rules by name. */
final class Side {
  private final RuleSetVersion version;
  private final Map<String, TypedRule> rules = new HashMap<>();
  private final Map<String, Pred> optimised = new HashMap<>();
  private final Map<String, String> shadowed = new HashMap<>();
  private final @Nullable Explainer explainer;
  private final @Nullable Clauses clauses;

  Side(RuleSetVersion version) {
    this.version = version;
    CheckedRules checked = version.checked();
    this.explainer = checked == null ? null : new Explainer(checked.parsed(), checked.typed());
    this.clauses = checked == null ? null : new Clauses(checked.parsed());
    if (checked != null) {
      read(checked);
    }
  }

  private void read(CheckedRules checked) {
    TypedRules typed = checked.typed();
    List<TypedRule> cheaper = Passes.standard().apply(typed).rules();
    for (int i = 0; i < cheaper.size(); i++) {
      rules.put(typed.rules().get(i).rule().name(), typed.rules().get(i));
      optimised.put(cheaper.get(i).rule().name(), cheaper.get(i).condition());
    }
    for (Diagnostic diagnostic : checked.diagnostics()) {
      if (diagnostic.code() == DiagnosticCode.SHADOWED_RULE) {
        diagnostic.context().stream()
            .filter(place -> place.itemType().equals("rule"))
            .forEach(place -> shadowed.put(place.itemName(), diagnostic.message()));
      }
    }
  }

  RuleSetVersion version() {
    return version;
  }

  /** The rule with its typed condition; null in a bundle without sources. */
  @Nullable TypedRule rule(String name) {
    return rules.get(name);
  }

  /** Whether a rule has, but for its form, the condition of a rule of the other side. */
  boolean means(String rule, Side other, String otherRule) {
    TypedRule mine = rules.get(rule);
    TypedRule theirs = other.rules.get(otherRule);
    return mine != null
        && theirs != null
        && mine.eventCodes().equals(theirs.eventCodes())
        && (mine.condition().equals(theirs.condition())
            || Objects.equals(optimised.get(rule), other.optimised.get(otherRule)));
  }

  /** Why no event can reach a rule, found without events; empty when one may. */
  String shadowed(String rule) {
    return shadowed.getOrDefault(rule, "");
  }

  @Nullable RuleExplainer explainer(String rule) {
    return explainer == null ? null : explainer.rule(rule).orElse(null);
  }

  @Nullable Clauses clauses() {
    return clauses;
  }
}
