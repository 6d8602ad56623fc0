package io.falcoj.runtime.match;

import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.MatchSink;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Runs the rule sets of one event source over events, bundle by bundle in the order given. */
public final class SourceMatcher {
  private final CompiledRuleSet[] ruleSets;
  private final MatchContext[] contexts;
  private final Sink[] sinks;

  /** For each generation of rules, for each rule set which of its rules are none of it. */
  private final boolean[][][] skipped;

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
    List<boolean[]> generations = engine.skipped();
    this.skipped = new boolean[generations.size()][ruleSets.length][];
    for (int i = 0; i < ruleSets.length; i++) {
      MatchContext context = contexts.get();
      context.reserveMemo(ruleSets[i].memoSlots());
      for (int g = 0; g < skipped.length; g++) {
        boolean[] ofAll = generations.get(g);
        skipped[g][i] = Arrays.copyOfRange(ofAll, bases[i], ofAll.length);
      }
      this.contexts[i] = context;
      sinks[i] = new Sink(bases[i], context);
    }
    skip(0);
  }

  /** Judges the event that the contexts show. */
  public void match() {
    stopped = false;
    for (int i = 0; i < ruleSets.length && !stopped; i++) {
      contexts[i].begin();
      ruleSets[i].match(contexts[i], sinks[i]);
    }
    if (skipped.length > 1) {
      matchLaterGenerations();
    }
  }

  /** Judges by the rules that were switched on one after the other, behind those that were on. */
  private void matchLaterGenerations() {
    for (int generation = 1; generation < skipped.length && !stopped; generation++) {
      skip(generation);
      for (int i = 0; i < ruleSets.length && !stopped; i++) {
        ruleSets[i].match(contexts[i], sinks[i]);
      }
    }
    skip(0);
  }

  private void skip(int generation) {
    for (int i = 0; i < contexts.length; i++) {
      contexts[i].skipRules(skipped[generation][i]);
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
