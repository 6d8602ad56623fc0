package io.falcoj.testkit.diff;

import io.falcoj.compiler.explain.ClauseResult.Deciding;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.compiler.interp.SeenValue;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.match.RuleSelection;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.diff.RuleSetDiff.Replayed;
import io.falcoj.testkit.diff.Witnesses.Witness;
import io.falcoj.testkit.replay.EventLine;
import io.falcoj.testkit.replay.NamedFixture;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows every event of the fixtures to both rule sets, in one pass, and notes for each rule where
 * they disagree. Rules that are disabled are asked too: whether they run is told apart from what
 * they match.
 */
final class WitnessFinder implements EventReplay.Observer {
  private static final MatchOptions ALL =
      new MatchOptions(true, "Debug", List.of(new RuleSelection(true, "*", "")));

  private final Side before;
  private final Side after;
  private final RulePair[] ofBefore;
  private final RulePair[] ofAfter;
  private final BitSet matchedBefore = new BitSet();
  private final BitSet matchedAfter = new BitSet();
  private final EventLine lines = new EventLine();
  private String fixture = "";
  private long events;

  WitnessFinder(Side before, Side after, List<RulePair> pairs) {
    this.before = before;
    this.after = after;
    this.ofBefore = new RulePair[before.version().rules().size()];
    this.ofAfter = new RulePair[after.version().rules().size()];
    for (RulePair pair : pairs) {
      if (pair.before != null) {
        ofBefore[pair.before.index()] = pair;
      }
      if (pair.after != null) {
        ofAfter[pair.after.index()] = pair;
      }
    }
  }

  /** Replays one fixture. */
  Replayed replay(NamedFixture named) {
    fixture = named.name();
    events = 0;
    List<MatchEngine> engines =
        List.of(
            new MatchEngine(List.of(before.version().bundle()), ALL),
            new MatchEngine(List.of(after.version().bundle()), ALL));
    try (EventSource source = named.open()) {
      new EventReplay(this, engines, (message, offset) -> {}).run(source);
    } catch (SourceException e) {
      return new Replayed(fixture, events, e.describe());
    }
    return new Replayed(fixture, events, "");
  }

  @Override
  public void matched(int ruleSet, int rule, MatchContext context) {
    (ruleSet == 0 ? matchedBefore : matchedAfter).set(rule);
  }

  @Override
  public void event(MatchContext context) {
    events++;
    if (matchedBefore.isEmpty() && matchedAfter.isEmpty()) {
      return;
    }
    for (int i = matchedBefore.nextSetBit(0); i >= 0; i = matchedBefore.nextSetBit(i + 1)) {
      RulePair pair = ofBefore[i];
      if (pair.after == null || !matchedAfter.get(pair.after.index())) {
        pair.lost.add(
            () -> witness(pair.after == null ? "" : why(after, pair.after, context), context));
      } else {
        pair.both.add(() -> witness("", context));
      }
    }
    for (int i = matchedAfter.nextSetBit(0); i >= 0; i = matchedAfter.nextSetBit(i + 1)) {
      RulePair pair = ofAfter[i];
      if (pair.before == null || !matchedBefore.get(pair.before.index())) {
        pair.gained.add(
            () -> witness(pair.before == null ? "" : why(before, pair.before, context), context));
      }
    }
    shadowing(context);
    matchedBefore.clear();
    matchedAfter.clear();
  }

  /** With matching: first, the first enabled rule gets the event. */
  private void shadowing(MatchContext context) {
    RulePair fired = first(before.version().rules(), matchedBefore, ofBefore);
    RulePair fires = first(after.version().rules(), matchedAfter, ofAfter);
    if (fired == null || fires == null || fired == fires) {
      return;
    }
    RuleInfo now = fired.after;
    if (now != null && now.enabled() && matchedAfter.get(now.index())) {
      fired.taken.computeIfAbsent(fires.name(), n -> new Tally()).add(() -> witness("", context));
    }
  }

  private static @Nullable RulePair first(List<RuleInfo> rules, BitSet matched, RulePair[] pairs) {
    for (int i = matched.nextSetBit(0); i >= 0; i = matched.nextSetBit(i + 1)) {
      if (rules.get(i).enabled()) {
        return pairs[i];
      }
    }
    return null;
  }

  private Witness witness(String reason, MatchContext context) {
    return new Witness(fixture, context.eventNumber(), lines.of(context), reason);
  }

  /** Why a version of the rule does not match. */
  private static String why(Side side, RuleInfo rule, MatchContext context) {
    RuleExplainer explainer = side.explainer(rule.name());
    if (explainer == null) {
      return "";
    }
    Explanation explanation = explainer.explain(context);
    if (!explanation.gate().shown()) {
      return "it is not shown events of type " + explanation.event().type();
    }
    List<Deciding> deciding = explanation.condition().deciding();
    return deciding.isEmpty() ? "" : said(deciding.get(0));
  }

  private static String said(Deciding deciding) {
    String seen =
        deciding.check().seen().stream()
            .map(WitnessFinder::value)
            .collect(Collectors.joining(" | "));
    return "%s is %s, saw %s (%s)"
        .formatted(
            EventLine.shown(deciding.check().clause().text()),
            deciding.check().result(),
            seen,
            Places.of(deciding.check().clause().place()));
  }

  private static String value(SeenValue value) {
    return value.text() == null ? "<absent>" : EventLine.shown(value.text());
  }
}
