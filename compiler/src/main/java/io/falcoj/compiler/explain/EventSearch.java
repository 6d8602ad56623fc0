package io.falcoj.compiler.explain;

import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the events of a recording for those that say most about a rule: one on which it
 * fires, else one on which it matches, else those that it misses by the fewest checks.
 */
public final class EventSearch {
  /** Near misses that are kept. */
  private static final int MISSES = 5;

  /**
   * A match.
   *
   * @param earlier the rule that comes first and matches too, or null
   */
  public record Match(long event, @Nullable RuleDef earlier) {}

  private final RuleExplainer rule;
  private final long[] hidden = new long[EventTable.standard().size()];
  private final List<Match> matches = new ArrayList<>();
  private final List<Explanation> misses = new ArrayList<>();
  private @Nullable Explanation match;
  private @Nullable Explanation unseen;
  private long events;
  private long shown;

  public EventSearch(RuleExplainer rule) {
    this.rule = rule;
  }

  /** Takes the next event. */
  public void accept(MatchContext ctx) {
    events++;
    if (!rule.isShown(ctx)) {
      hidden[ctx.eventCode()]++;
      unseen = unseen == null ? rule.explain(ctx) : unseen;
      return;
    }
    shown++;
    if (rule.matches(ctx)) {
      RuleDef earlier = rule.earlier(ctx);
      matches.add(new Match(ctx.eventNumber(), earlier));
      if (match == null || match.earlier() != null && earlier == null) {
        match = rule.explain(ctx);
      }
    } else if (matches.isEmpty()) {
      miss(ctx);
    }
  }

  // Equal events say nothing new: of those that miss by the same number of checks, the first.
  private void miss(MatchContext ctx) {
    int missing = rule.missing(ctx);
    boolean full = misses.size() == MISSES;
    if (full && missing >= misses.get(MISSES - 1).missing()) {
      return;
    }
    EventFacts facts = rule.event(ctx);
    for (Explanation known : misses) {
      EventFacts other = known.event();
      if (known.missing() <= missing
          && other.type().equals(facts.type())
          && other.fields().equals(facts.fields())) {
        return;
      }
    }
    misses.add(rule.explain(ctx));
    misses.sort(Comparator.comparingInt(Explanation::missing));
    if (full) {
      misses.remove(MISSES);
    }
  }

  /** What was found so far. */
  public Found found() {
    List<Explanation> nearest = new ArrayList<>(match == null ? misses : List.of());
    if (shown == 0 && unseen != null) {
      nearest.add(unseen);
    }
    return new Found(events, shown, hiddenTypes(), matches, match, nearest);
  }

  private Map<String, Long> hiddenTypes() {
    Map<String, Long> byName = new TreeMap<>();
    for (EventType type : EventTable.standard().all()) {
      if (hidden[type.code()] > 0) {
        byName.merge(type.name(), hidden[type.code()], Long::sum);
      }
    }
    Map<String, Long> sorted = new LinkedHashMap<>();
    byName.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  /**
   * What events say about a rule.
   *
   * @param events how many there were
   * @param shown how many of them the rule was shown
   * @param hidden how many it was not shown, by type, the most frequent type first
   * @param matches all matches in order, disabled or not
   * @param match the first on which the rule fires, or the first that it matches; null without one
   * @param misses when there is no match, those that miss by the fewest checks, nearest first; of
   *     equally near ones the earliest. Of a rule that was shown none, the first event
   */
  public record Found(
      long events,
      long shown,
      Map<String, Long> hidden,
      List<Match> matches,
      @Nullable Explanation match,
      List<Explanation> misses) {
    public Found {
      hidden = Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
      matches = List.copyOf(matches);
      misses = List.copyOf(misses);
    }

    /** The event to explain: the match, else the nearest miss; null without events. */
    public @Nullable Explanation best() {
      return match != null ? match : misses.isEmpty() ? null : misses.get(0);
    }
  }
}
