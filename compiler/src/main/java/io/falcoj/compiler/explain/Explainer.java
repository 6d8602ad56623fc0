package io.falcoj.compiler.explain;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.clause.Clauses;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.syntax.ParsedRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains the rules of a set. Used by one thread. */
public final class Explainer {
  private final List<TypedRule> rules;
  private final boolean first;
  private final Clauses clauses;
  private final IrInterpreter interpreter = new IrInterpreter();
  private final Map<String, EventReader> events = new HashMap<>();

  /**
   * @param parsed the rules as written
   * @param rules the same rules, checked without errors
   */
  public Explainer(ParsedRules parsed, TypedRules rules) {
    this(parsed, rules, true);
  }

  /**
   * @param parsed the rules as written
   * @param rules those of the same rules that run, checked without errors
   * @param first whether only the first rule that matches an event fires
   */
  public Explainer(ParsedRules parsed, TypedRules rules, boolean first) {
    this.rules = rules.rules();
    this.first = first;
    this.clauses = new Clauses(parsed);
  }

  /** What explains the rule of that name; empty when there is none that could be checked. */
  public Optional<RuleExplainer> rule(String name) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).rule().name().equals(name)) {
        return Optional.of(explainer(i));
      }
    }
    return Optional.empty();
  }

  /** What explains each of the rules, in order of evaluation. */
  public List<RuleExplainer> all() {
    List<RuleExplainer> all = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      all.add(explainer(i));
    }
    return all;
  }

  private RuleExplainer explainer(int index) {
    TypedRule rule = rules.get(index);
    EventReader reader = events.computeIfAbsent(rule.rule().source(), EventReader::new);
    List<TypedRule> before = first ? rules.subList(0, index) : List.of();
    return new RuleExplainer(rule, before, clauses, interpreter, reader);
  }
}
