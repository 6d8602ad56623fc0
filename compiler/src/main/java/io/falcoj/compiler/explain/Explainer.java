package io.falcoj.compiler.explain;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.clause.Clauses;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.syntax.ParsedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains the rules of a set. Used by one thread. */
public final class Explainer {
  private final TypedRules rules;
  private final Clauses clauses;
  private final IrInterpreter interpreter = new IrInterpreter();

  /**
   * @param parsed the rules as written
   * @param rules the same rules, checked without errors
   */
  public Explainer(ParsedRules parsed, TypedRules rules) {
    this.rules = rules;
    this.clauses = new Clauses(parsed);
  }

  /** What explains the rule of that name; empty when there is none that could be checked. */
  public Optional<RuleExplainer> rule(String name) {
    List<TypedRule> earlier = new ArrayList<>();
    for (TypedRule rule : rules.rules()) {
      if (rule.rule().name().equals(name)) {
        earlier.removeIf(e -> !e.rule().source().equals(rule.rule().source()));
        return Optional.of(new RuleExplainer(rule, earlier, clauses, interpreter));
      }
      if (rule.rule().enabled()) {
        earlier.add(rule);
      }
    }
    return Optional.empty();
  }
}
