package io.falcoj.runtime.match;

import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.MatchSink;

/** Runs the rule sets of one event source over events, bundle by bundle in the order given. */
public final class SourceMatcher {
  private final CompiledRuleSet[] ruleSets;
  private final Sink[] sinks;
  private final MatchContext context;
  private final boolean[] active;
  private final boolean all;
  private final MatchStats stats;
  private final MatchListener listener;
  private boolean stopped;

  SourceMatcher(MatchEngine engine, String source, MatchContext context, MatchListener listener) {
    this.ruleSets = engine.ruleSets(source);
    this.context = context;
    this.active = engine.active();
    this.all = engine.matchesAll();
    this.stats = engine.stats();
    this.listener = listener;
    this.sinks = new Sink[ruleSets.length];
    int[] bases = engine.bases(source);
    for (int i = 0; i < ruleSets.length; i++) {
      sinks[i] = new Sink(bases[i]);
      context.reserveMemo(ruleSets[i].memoSlots());
    }
  }

  /** Judges the event that the context shows. */
  public void match() {
    stopped = false;
    for (int i = 0; i < ruleSets.length && !stopped; i++) {
      context.begin();
      ruleSets[i].match(context, sinks[i]);
    }
  }

  private final class Sink implements MatchSink {
    private final int base;

    Sink(int base) {
      this.base = base;
    }

    @Override
    public boolean matched(int rule) {
      int index = base + rule;
      if (!active[index]) {
        return true;
      }
      stats.count(index);
      listener.matched(index, context);
      stopped = !all;
      return all;
    }
  }
}
