package io.falcoj.compiler.explain;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.clause.Clauses;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.interp.EvalTrace;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.runtime.abi.MatchContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explains one rule. Takes contexts that show an event as the rules see it: begun, the state before
 * the event's own removals, the event of the rule's source. Used by one thread.
 */
public final class RuleExplainer {
  private final TypedRule rule;
  private final List<TypedRule> before;
  private final Clause condition;
  private final IrInterpreter interpreter;
  private final ItemFinder items;
  private final EventReader events;
  private final GateFinder gates;

  /**
   * @param before the rules that are evaluated before this one, in order
   */
  RuleExplainer(
      TypedRule rule,
      List<TypedRule> before,
      Clauses clauses,
      IrInterpreter interpreter,
      EventReader events) {
    this.rule = rule;
    this.condition = clauses.of(rule);
    this.before = before;
    this.interpreter = interpreter;
    this.items = new ItemFinder(interpreter, clauses, rule.rule().source());
    this.events = events;
    this.gates = new GateFinder(rule, condition);
  }

  public RuleDef rule() {
    return rule.rule();
  }

  /** The rule's condition as written, with its exceptions. */
  public Clause condition() {
    return condition;
  }

  /** Whether events of the context's type are shown to the rule. */
  public boolean isShown(MatchContext ctx) {
    return IrInterpreter.isShown(rule, ctx);
  }

  /** Which checks keep events of the context's type from the rule. */
  public Explanation.Gate gate(MatchContext ctx) {
    return gates.find(ctx);
  }

  /** Whether the rule matches, enabled or not, without saying why. */
  public boolean matches(MatchContext ctx) {
    return interpreter.matches(rule, ctx);
  }

  /** As {@link Explanation#missing}. */
  public int missing(MatchContext ctx) {
    return Distance.of(rule.condition(), interpreter, ctx);
  }

  /** As {@link Explanation#earlier}. */
  public @Nullable RuleDef earlier(MatchContext ctx) {
    for (TypedRule other : before) {
      RuleDef def = other.rule();
      if (def.enabled()
          && def.source().equals(rule().source())
          && interpreter.matches(other, ctx)) {
        return def;
      }
    }
    return null;
  }

  /** What tells the event from others. */
  public EventFacts event(MatchContext ctx) {
    return events.read(ctx);
  }

  /** The whole story of the context's event. */
  public Explanation explain(MatchContext ctx) {
    EvalTrace trace = interpreter.trace(rule.condition(), ctx);
    ClauseResult result =
        new ResultBuilder(interpreter, items, rule.rule().source(), ctx)
            .build(condition, trace, true);
    Explanation.Gate gate = gates.find(ctx);
    boolean matches = gate.shown() && result.result();
    return new Explanation(
        rule.rule(), events.read(ctx), gate, result, missing(ctx), matches ? earlier(ctx) : null);
  }
}
