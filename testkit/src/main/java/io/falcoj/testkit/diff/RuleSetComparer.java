package io.falcoj.testkit.diff;

import io.falcoj.compiler.DeepStack;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.testkit.diff.RuleChange.Aspect;
import io.falcoj.testkit.diff.RuleChange.ConditionChange;
import io.falcoj.testkit.diff.RuleChange.Kind;
import io.falcoj.testkit.diff.RuleChange.Shadowing;
import io.falcoj.testkit.diff.RuleChange.Taken;
import io.falcoj.testkit.diff.RuleSetDiff.Replayed;
import io.falcoj.testkit.diff.version.RuleSetVersion;
import io.falcoj.testkit.replay.NamedFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares two rule sets: pairs the rules, replays the fixtures, says what differs. */
public final class RuleSetComparer {
  private final Side before;
  private final Side after;
  private final Conditions conditions;

  private RuleSetComparer(RuleSetVersion before, RuleSetVersion after) {
    this.before = new Side(before);
    this.after = new Side(after);
    this.conditions = new Conditions(this.before, this.after);
  }

  /** What tells the second version from the first. */
  public static RuleSetDiff compare(
      RuleSetVersion before, RuleSetVersion after, List<NamedFixture> fixtures) {
    return DeepStack.call(() -> new RuleSetComparer(before, after).compare(fixtures));
  }

  private RuleSetDiff compare(List<NamedFixture> fixtures) {
    List<RulePair> pairs = RulePairs.of(before, after);
    WitnessFinder finder = new WitnessFinder(before, after, pairs);
    List<Replayed> replayed = fixtures.stream().map(finder::replay).toList();
    List<RuleChange> changes = pairs.stream().map(this::change).filter(Objects::nonNull).toList();
    return new RuleSetDiff(
        before.version().label(),
        after.version().label(),
        changes,
        pairs.size() - changes.size(),
        replayed,
        notes());
  }

  private @Nullable RuleChange change(RulePair pair) {
    RuleInfo old = pair.before;
    RuleInfo now = pair.after;
    if (old == null || now == null) {
      Witnesses fires = (old == null ? pair.gained : pair.lost).witnesses();
      Kind kind = old == null ? Kind.ADDED : Kind.REMOVED;
      return new RuleChange(
          kind, pair.name(), null, place(pair), null, shadowing(pair), List.of(), fires);
    }
    ConditionChange condition = conditions.compare(pair, old, now);
    Shadowing shadowing = shadowing(pair);
    List<Aspect> aspects = aspects(old, now);
    boolean renamed = !old.name().equals(now.name());
    if (condition == null && shadowing == null && aspects.isEmpty() && !renamed) {
      return null;
    }
    Witnesses fires = aspects.isEmpty() && !renamed ? Witnesses.NONE : pair.both.witnesses();
    return new RuleChange(
        renamed ? Kind.RENAMED : Kind.CHANGED,
        now.name(),
        renamed ? old.name() : null,
        place(pair),
        condition,
        shadowing,
        aspects,
        fires);
  }

  private static String place(RulePair pair) {
    return pair.latest().file() + ":" + pair.latest().line();
  }

  private @Nullable Shadowing shadowing(RulePair pair) {
    RuleInfo now = pair.after;
    if (now == null) {
      return null;
    }
    String proved = after.shadowed(now.name());
    if (pair.before != null && !before.shadowed(pair.before.name()).isEmpty()) {
      proved = "";
    }
    List<Taken> taken = new ArrayList<>();
    pair.taken.forEach((by, events) -> taken.add(new Taken(by, events.witnesses())));
    return proved.isEmpty() && taken.isEmpty() ? null : new Shadowing(proved, taken);
  }

  private List<Aspect> aspects(RuleInfo old, RuleInfo now) {
    List<Aspect> aspects = new ArrayList<>();
    add(aspects, Aspect.Kind.SOURCE, old.source(), now.source());
    add(aspects, Aspect.Kind.ENABLED, enabled(old), enabled(now));
    add(aspects, Aspect.Kind.PRIORITY, old.priority(), now.priority());
    add(aspects, Aspect.Kind.OUTPUT, old.output(), now.output());
    add(aspects, Aspect.Kind.TAGS, String.join(", ", old.tags()), String.join(", ", now.tags()));
    TypedRule was = before.rule(old.name());
    TypedRule is = after.rule(now.name());
    if (was != null && is != null) {
      add(
          aspects,
          Aspect.Kind.EXCEPTIONS,
          ExceptionTexts.text(was.rule().exceptions()),
          ExceptionTexts.text(is.rule().exceptions()));
    }
    add(aspects, Aspect.Kind.DESCRIPTION, blanks(old.description()), blanks(now.description()));
    return aspects;
  }

  private static void add(List<Aspect> aspects, Aspect.Kind kind, String before, String after) {
    if (!before.equals(after)) {
      aspects.add(new Aspect(kind, before, after));
    }
  }

  private static String enabled(RuleInfo rule) {
    return rule.enabled() ? "enabled" : "disabled";
  }

  /** Where lines of a description end is layout. */
  private static String blanks(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Side side : List.of(before, after)) {
      if (side.version().checked() == null) {
        notes.add(
            side.version().label()
                + " carries no rule files: conditions and exceptions are compared by what the"
                + " fixtures show, event types and fields alone");
      }
    }
    return notes;
  }
}
