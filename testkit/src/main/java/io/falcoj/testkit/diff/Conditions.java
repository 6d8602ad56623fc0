package io.falcoj.testkit.diff;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.testkit.diff.RuleChange.ConditionChange;
import io.falcoj.testkit.diff.RuleChange.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges which way conditions went: by proof where there is one, else by what fixtures show. */
final class Conditions {
  private final Side before;
  private final Side after;
  private final Causes causes;

  Conditions(Side before, Side after) {
    this.before = before;
    this.after = after;
    this.causes = new Causes(before, after);
  }

  /** What became of the condition of a rule that is in both sets; null when it means the same. */
  @Nullable ConditionChange compare(RulePair pair, RuleInfo old, RuleInfo now) {
    if (before.means(old.name(), after, now.name())) {
      return null;
    }
    Witnesses lost = pair.lost.witnesses();
    Witnesses gained = pair.gained.witnesses();
    TypedRule was = before.rule(old.name());
    TypedRule is = after.rule(now.name());
    if (was == null || is == null) {
      boolean differs = !lost.isEmpty() || !gained.isEmpty() || looksDifferent(old, now);
      return differs
          ? new ConditionChange(shown(lost, gained), false, List.of(), lost, gained)
          : null;
    }
    boolean narrower = ConditionProof.implies(is, was);
    boolean wider = ConditionProof.implies(was, is);
    if (narrower && wider) {
      return null;
    }
    Direction direction =
        narrower ? Direction.NARROWED : wider ? Direction.WIDENED : shown(lost, gained);
    return new ConditionChange(direction, narrower || wider, causes.of(was, is), lost, gained);
  }

  private static Direction shown(Witnesses lost, Witnesses gained) {
    if (lost.isEmpty() == gained.isEmpty()) {
      return Direction.CHANGED;
    }
    return lost.isEmpty() ? Direction.WIDENED : Direction.NARROWED;
  }

  /** Without conditions: other event types, or other fields with the same output. */
  private static boolean looksDifferent(RuleInfo old, RuleInfo now) {
    return !old.eventTypes().equals(now.eventTypes())
        || old.output().equals(now.output()) && !old.fields().equals(now.fields());
  }
}
