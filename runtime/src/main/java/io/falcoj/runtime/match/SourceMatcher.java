package io.falcoj.runtime.match;

import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.MatchSink;
import java.util.Arrays;
import java.util.function.Supplier;

/** Runs the rule sets of one event source over events, bundle by bundle in the order given. */
public final class SourceMatcher {
  private final CompiledRuleSet[] ruleSets;
  private final MatchContext[] contexts;
  private final Sink[] sinks;
  private final boolean all;
  private final MatchStats stats;
  private final MatchListener listener;
  private boolean stopped;

  SourceMatcher(
      MatchEngine engine, String source, Supplier<MatchContext> contexts, MatchListener listener) {
    this.ruleSets = engine.ruleSets(source);
    this.contexts = new MatchContext[ruleSets.length];
    this.sinks = new Sink[ruleSets.length];
    this.all = engine.matchesAll();
    this.stats = engine.stats();
    this.listener = listener;
    int[] bases = engine.bases(source);
    boolean[] inactive = engine.inactive();
    for (int i = 0; i < ruleSets.length; i++) {
      MatchContext context = contexts.get();
      context.reserveMemo(ruleSets[i].memoSlots());
      context.skipRules(Arrays.copyOfRange(inactive, bases[i], inactive.length));
      this.contexts[i] = context;
      sinks[i] = new Sink(bases[i], context);
    }
  }

  /** False when no rule is about events of this source. */
  public boolean hasRules() {
    return ruleSets.length > 0;
  }

  /** Judges the event that the contexts show. */
  public void match() {
    stopped = false;
    for (int i = 0; i < ruleSets.length && !stopped; i++) {
      contexts[i].begin();
      ruleSets[i].match(contexts[i], sinks[i]);
    }
  }

  private final class Sink implements MatchSink {
    private final int base;
    private final MatchContext context;

    Sink(int base, MatchContext context) {
      this.base = base;
      this.context = context;
    }

    @Override
    public boolean matched(int rule) {
      stats.count(base + rule);
      listener.matched(base + rule, context);
      stopped = !all;
      return all;
    }
  }
}
