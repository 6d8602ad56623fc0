package io.falcoj.runtime.pushdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a set of rules.
 *
 * <p>Events at the start of a call have filters of their own, without what is known at its end. If
 * the start was sent, the end must be sent too, whatever its filter says: what the call was asked
 * for at first may concern a rule, and a start without its end would be taken for that of the next
 * call.
 *
 * @param decisions one for each event type that was thought about, by its code
 */
public record PushdownPlan(List<Decision> decisions) {
  /** Everything is sent. */
  public static final PushdownPlan NONE = new PushdownPlan(List.of());

  public PushdownPlan {
    decisions = List.copyOf(decisions);
  }

  /**
   * What is decided for one event type.
   *
   * @param event code of the event type
   * @param filter null when all events of the type are sent
   * @param reasons in words, why there is no filter or what it keeps for the state
   * @param needs what rules and state need, in load order
   */
  public record Decision(
      int event, @Nullable Filter filter, List<String> reasons, List<Need> needs) {
    public Decision {
      reasons = List.copyOf(reasons);
      needs = List.copyOf(needs);
    }
  }

  /**
   * What one rule needs of an event type.
   *
   * @param rule its name
   * @param condition what it needs in words
   * @param later whether it needs the event for what later events show
   * @param all whether it needs every event of the type, so that there is no filter
   */
  public record Need(String rule, String condition, boolean later, boolean all) {}

  /** Whether events of any type may be left out. */
  public boolean filtersAny() {
    return decisions.stream().anyMatch(decision -> decision.filter() != null);
  }

  /** The filter of an event type, or null when all its events are sent. */
  public @Nullable Filter filter(int event) {
    for (Decision decision : decisions) {
      if (decision.event() == event) {
        return decision.filter();
      }
    }
    return null;
  }
}
