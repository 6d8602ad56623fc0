package io.falcoj.testkit.mutation.replay;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.coverage.probe.CaseHits;
import io.falcoj.testkit.judge.AlertKinds;
import io.falcoj.testkit.mutation.replay.Batch.Shown;
import io.falcoj.testkit.run.Fixtures;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One case with many mutants: for each event what the rules say, and for each mutant what differs.
 * The alerts that follow are judged as those of a run are.
 */
final class CaseReplay {
  /** Events between two looks at the clock. */
  private static final int STRIDE = 1024;

  private final Batch batch;
  private final CaseHits hits;
  private final List<Trial> trials;
  private final BooleanSupplier expired;
  private final AlertKinds judge;
  private final Map<Integer, int[]> conditions = new HashMap<>();
  private final Map<Integer, List<Shown>> shown = new HashMap<>();

  /** How many alerts of each kind the rules give as they are. */
  private final Map<Integer, Long> alerts = new HashMap<>();

  /** For each mutant how many more it gives, or fewer. */
  private final Map<Trial, Map<Integer, Long>> others = new IdentityHashMap<>();

  private final BitSet matching = new BitSet();
  private long events;
  private boolean left;

  CaseReplay(Batch batch, CaseHits hits, List<Trial> trials, BooleanSupplier expired) {
    this.batch = batch;
    this.hits = hits;
    this.trials = trials;
    this.expired = expired;
    this.judge = new AlertKinds(batch.infos, batch.alerts, hits.test().expected());
  }

  void run() throws SourceException {
    try (EventSource source = Fixtures.open(hits.test().events())) {
      String name = source.info().eventSource();
      EventReplay[] replay = new EventReplay[1];
      replay[0] =
          new EventReplay(
              ctx -> {
                event(name, ctx);
                if (events % STRIDE == 0 && expired.getAsBoolean()) {
                  left = true;
                  replay[0].stop();
                }
              },
              (message, offset) -> {});
      replay[0].run(source);
    }
    if (left || !judge.passes(alerts)) {
      trials.forEach(Trial::leaveOut);
      return;
    }
    others.forEach(
        (trial, more) -> {
          Map<Integer, Long> counts = new HashMap<>(alerts);
          more.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
          if (!judge.passes(counts)) {
            trial.kill(hits);
          }
        });
  }

  private void event(String source, MatchContext ctx) {
    events++;
    batch.pool.begin();
    matching.clear();
    int code = ctx.eventCode();
    int[] now = conditions.computeIfAbsent(code, c -> batch.shown(source, ctx));
    for (int rule = 0; rule < now.length; rule++) {
      if (hits.running().get(rule) && batch.holds(now[rule], ctx)) {
        matching.set(rule);
      }
    }
    BitSet firing = firing(matching);
    firing.stream().forEach(rule -> alerts.merge(judge.kind(rule, ctx), 1L, Long::sum));
    for (Shown mutant : shown.computeIfAbsent(code, c -> batch.shown(trials, source, ctx))) {
      if (mutant.trial().isAlive()) {
        compare(mutant, firing, ctx);
      }
    }
  }

  private void compare(Shown mutant, BitSet firing, MatchContext ctx) {
    BitSet other = null;
    for (int i = 0; i < mutant.rules().length; i++) {
      int rule = mutant.rules()[i];
      boolean holds = hits.running().get(rule) && batch.holds(mutant.conditions()[i], ctx);
      if (holds != matching.get(rule)) {
        other = other == null ? (BitSet) matching.clone() : other;
        other.set(rule, holds);
      }
    }
    BitSet fires = other == null ? firing : firing(other);
    if (!fires.equals(firing)) {
      differ(mutant.trial(), firing, fires, ctx);
    }
  }

  private void differ(Trial trial, BitSet before, BitSet now, MatchContext ctx) {
    BitSet changed = (BitSet) before.clone();
    changed.xor(now);
    Map<Integer, Long> counts = others.computeIfAbsent(trial, t -> new HashMap<>());
    changed.stream()
        .forEach(rule -> counts.merge(judge.kind(rule, ctx), now.get(rule) ? 1L : -1L, Long::sum));
  }

  private BitSet firing(BitSet matching) {
    if (hits.suite().matchAll() || matching.cardinality() < 2) {
      return (BitSet) matching.clone();
    }
    BitSet first = new BitSet();
    first.set(matching.nextSetBit(0));
    return first;
  }
}
