package io.falcoj.testkit.replay;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.output.render.AlertFactory;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.run.RulesException;
import java.util.ArrayList;
import java.util.List;

/** Asks one rule of a set about recordings, the other rules judging beside it. */
public final class RuleJudge {
  private static final OutputOptions PLAIN =
      new OutputOptions(false, true, true, true, false, false, false, "", List.of());

  private final MatchEngine rules;
  private final RuleInfo rule;
  private final AlertFactory alerts;

  /**
   * @param matchAll whether the rule speaks although an earlier one matches
   * @throws RulesException when the rule's output is no template
   */
  public RuleJudge(LoadedRules loaded, RuleInfo rule, boolean matchAll) throws RulesException {
    this.rules =
        new MatchEngine(List.of(loaded.bundle()), new MatchOptions(matchAll, "Debug", List.of()));
    this.rule = rule;
    try {
      this.alerts = new AlertFactory(List.of(rule), PLAIN);
    } catch (OutputException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    }
  }

  public RuleInfo rule() {
    return rule;
  }

  /**
   * What came of a recording.
   *
   * @param events highest number of an event
   * @param alerts of the rule, in order
   */
  public record Verdict(long events, List<RuleAlert> alerts) {
    public Verdict {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * Asks the rule about every event. Closes the source.
   *
   * @throws SourceException when the recording is damaged
   */
  public Verdict judge(EventSource source) throws SourceException {
    List<RuleAlert> found = new ArrayList<>();
    EventReplay replay =
        new EventReplay(new Listener(found), List.of(rules), (message, offset) -> {});
    try (source) {
      replay.run(source);
    }
    return new Verdict(replay.lastNumber(), found);
  }

  private final class Listener implements EventReplay.Observer {
    private final List<RuleAlert> found;

    Listener(List<RuleAlert> found) {
      this.found = found;
    }

    @Override
    public void event(MatchContext context) {}

    @Override
    public void matched(int ruleSet, int index, MatchContext context) {
      if (index == rule.index()) {
        Alert alert = alerts.create(0, context);
        found.add(
            new RuleAlert(alert.eventNumber(), alert.timestamp(), alert.message().toString()));
      }
    }
  }
}
