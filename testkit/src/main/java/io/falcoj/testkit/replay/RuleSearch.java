package io.falcoj.testkit.replay;

import io.falcoj.compiler.explain.EventSearch;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.engine.WarningListener;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.replay.QuestionException.Cause;
import org.jspecify.annotations.Nullable;

/** Replays events for one rule, up to the one that is asked for. */
final class RuleSearch {
  private final RuleExplainer rule;
  private final long event;
  private final EventSearch search;
  private final EventReplay replay;
  private @Nullable Explanation explained;

  RuleSearch(RuleExplainer rule, long event, WarningListener warnings) {
    this.rule = rule;
    this.event = event;
    this.search = new EventSearch(rule);
    this.replay = new EventReplay(event == 0 ? search::accept : this::accept, warnings);
  }

  private void accept(MatchContext context) {
    if (context.eventNumber() == event) {
      explained = rule.explain(context);
      replay.stop();
    }
  }

  RuleAnswer run(EventSource events, String name) throws QuestionException {
    String damage = null;
    try {
      replay.run(events);
    } catch (SourceException e) {
      damage = e.describe();
    }
    if (event == 0) {
      return new RuleAnswer(search.found(), null, damage);
    }
    if (explained == null) {
      throw missing(name, damage);
    }
    return new RuleAnswer(null, explained, damage);
  }

  private QuestionException missing(String name, @Nullable String damage) {
    long last = replay.lastNumber();
    if (last >= event) {
      return new QuestionException(
          Cause.NOT_THERE,
          "event "
              + event
              + " is none that rules see: it is there for state only, or cannot be decoded");
    }
    String known = last == 0 ? "there are none" : "the last one is " + last;
    String message = "no event " + event + " in " + name + ": " + known;
    return damage == null
        ? new QuestionException(Cause.NOT_THERE, message)
        : new QuestionException(Cause.DAMAGED, message + "\n" + damage);
  }
}
