package io.falcoj.compiler.explain;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.decl.Revision;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one rule matches one event, or does not.
 *
 * @param gate whether the rule is shown the event at all
 * @param condition the whole condition, exceptions included; also of a rule that is not shown the
 *     event
 * @param missing how many checks would have to come out otherwise for the condition to hold
 * @param earlier the rule before this one that matches the event too and is enabled, or null; found
 *     only for a rule that matches
 */
public record Explanation(
    RuleDef rule,
    EventFacts event,
    Gate gate,
    ClauseResult condition,
    int missing,
    @Nullable RuleDef earlier) {
  /** What comes of rule and event. */
  public enum Verdict {
    /** The rule matches, and nothing keeps it from firing. */
    FIRES,
    /** It matches, and so does an earlier rule, which alone fires by default. */
    SHADOWED,
    /** It would match, were it not disabled. */
    DISABLED,
    /** The condition does not hold. */
    NO_MATCH,
    /** Events of that type are not shown to the rule, whatever its condition says. */
    NOT_SHOWN
  }

  /**
   * Dispatch by event types.
   *
   * @param types the types that the rule is shown; empty for all
   * @param deciding the checks that leave out this event's type; empty when it is shown
   */
  public record Gate(boolean shown, List<String> types, List<Clause> deciding) {
    public Gate {
      types = List.copyOf(types);
      deciding = List.copyOf(deciding);
    }
  }

  /** Whether the rule matches by event type and condition, enabled or not. */
  public boolean matches() {
    return gate.shown() && condition.result();
  }

  public Verdict verdict() {
    if (!matches()) {
      return gate.shown() ? Verdict.NO_MATCH : Verdict.NOT_SHOWN;
    }
    if (!rule.enabled()) {
      return Verdict.DISABLED;
    }
    return earlier == null ? Verdict.FIRES : Verdict.SHADOWED;
  }

  /** The declaration that disabled the rule; null for an enabled one. */
  public @Nullable SourceSpan disabledBy() {
    Revision enabling = Revision.enabling(rule.revisions());
    return rule.enabled() || enabling == null ? null : enabling.span();
  }
}
