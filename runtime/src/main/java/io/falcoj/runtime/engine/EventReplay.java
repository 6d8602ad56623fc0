package io.falcoj.runtime.engine;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.SourceMatcher;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.state.limits.StateLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Shows the events of recordings as rules see them: decoded and numbered, with the state that they
 * meet. Rule sets may judge them on the way, several in one pass. Every recording begins with an
 * empty state, so that rules which are linked once can judge many. Used by one thread.
 */
public final class EventReplay {
  /** Looks at events. */
  public interface Observer {
    /**
     * An event that rules see.
     *
     * @param context begun for this event; what it gives is valid until the next one
     */
    void event(MatchContext context);

    /**
     * A rule matches the event that {@link #event} will be called for next.
     *
     * @param ruleSet place of the rule set among those that judge
     * @param rule place of the rule in {@link MatchEngine#rules}
     */
    default void matched(int ruleSet, int rule, MatchContext context) {}
  }

  private final Observer observer;
  private final List<MatchEngine> ruleSets;
  private final JsonPaths paths;
  private final WarningListener warnings;
  private boolean stopped;
  private long lastNumber;
  private long refused;

  /**
   * Without judging.
   *
   * @param warnings hears of what was left out
   */
  public EventReplay(Observer observer, WarningListener warnings) {
    this(observer, List.of(), warnings);
  }

  /**
   * @param ruleSets judge every event, each for itself
   * @param warnings hears of what was left out
   */
  public EventReplay(Observer observer, List<MatchEngine> ruleSets, WarningListener warnings) {
    this(observer, ruleSets, JsonPaths.NONE, warnings);
  }

  /**
   * @param ruleSets judge every event, each for itself
   * @param paths what is probably looked at in audit events: found in the first pass over them
   * @param warnings hears of what was left out
   */
  public EventReplay(
      Observer observer, List<MatchEngine> ruleSets, JsonPaths paths, WarningListener warnings) {
    this.observer = observer;
    this.ruleSets = List.copyOf(ruleSets);
    this.paths = paths;
    this.warnings = warnings;
  }

  /**
   * Shows the events until the source ends or {@link #stop} is called. Does not close the source.
   *
   * @throws SourceException when the source is damaged; every event before that was shown
   */
  public void run(EventSource source) throws SourceException {
    Lane lane = lane(source.info().eventSource());
    try {
      boolean more = true;
      while (more && !stopped) {
        more = source.poll(lane) != EventSource.END;
      }
    } finally {
      lastNumber = lane.lastNumber();
      refused = lane.refused();
    }
  }

  /** Ends {@link #run} soon; some more events may be shown. */
  public void stop() {
    stopped = true;
  }

  /**
   * The highest number of an event that was delivered, those included that rules do not see; 0
   * before the first.
   */
  public long lastNumber() {
    return lastNumber;
  }

  /** Events of the last {@link #run} that the source refused or that could not be decoded. */
  public long refused() {
    return refused;
  }

  private Lane lane(String eventSource) {
    TimeLimit none = new TimeLimit(0);
    return eventSource.equals(EventSources.K8S_AUDIT)
        ? new AuditLane(this::judge, none, warnings, paths)
        : new SyscallLane(this::judge, none, warnings, StateLimits.STANDARD, null, null);
  }

  private Runnable judge(String eventSource, Supplier<MatchContext> contexts) {
    MatchContext context = contexts.get();
    List<SourceMatcher> matchers = new ArrayList<>();
    for (int i = 0; i < ruleSets.size(); i++) {
      int ruleSet = i;
      matchers.add(
          ruleSets
              .get(i)
              .matcher(eventSource, contexts, (rule, of) -> observer.matched(ruleSet, rule, of)));
    }
    return () -> {
      matchers.forEach(SourceMatcher::match);
      context.begin();
      observer.event(context);
    };
  }
}
