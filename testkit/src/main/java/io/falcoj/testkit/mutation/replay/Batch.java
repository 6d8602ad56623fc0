package io.falcoj.testkit.mutation.replay;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.output.render.AlertFactory;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.coverage.probe.CaseHits;
import io.falcoj.testkit.coverage.probe.Outcomes;
import io.falcoj.testkit.mutation.replay.Trial.Changed;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Mutants that are tried together, on the cases of one rule set. */
public final class Batch {
  private static final int NEVER = -1;

  final Outcomes pool = new Outcomes();
  final List<TypedRule> rules;
  final List<RuleInfo> infos;
  final AlertFactory alerts;
  private final int[] conditions;
  private final Map<Trial, int[]> changed = new IdentityHashMap<>();
  private final List<Trial> trials;

  /** A mutant's conditions for events of one type: {@link #NEVER} for a rule not shown them. */
  record Shown(Trial trial, int[] rules, int[] conditions) {}

  /**
   * @param rules all rules as they are, in order of evaluation
   * @param infos what bundles say of the same rules
   * @param alerts makes alerts of the same rules
   */
  public Batch(
      List<TypedRule> rules, List<RuleInfo> infos, AlertFactory alerts, List<Trial> trials) {
    this.rules = rules;
    this.infos = infos;
    this.alerts = alerts;
    this.trials = trials;
    this.conditions = rules.stream().mapToInt(rule -> pool.add(rule.condition())).toArray();
    for (Trial trial : trials) {
      changed.put(
          trial, trial.changed().stream().mapToInt(c -> pool.add(c.rule().condition())).toArray());
    }
  }

  /**
   * Runs a case with every mutant that is alive and may be noticed by it.
   *
   * @param expired asked now and then; once it is true the case is left
   * @throws SourceException when the events cannot be read to their end
   */
  public void run(CaseHits hits, BooleanSupplier expired) throws SourceException {
    List<Trial> reached =
        trials.stream().filter(Trial::isAlive).filter(trial -> trial.isReachedBy(hits)).toList();
    if (reached.isEmpty()) {
      return;
    }
    reached.forEach(Trial::reached);
    new CaseReplay(this, hits, reached, expired).run();
  }

  /** For each rule its condition, or {@link #NEVER}. */
  int[] shown(String source, MatchContext ctx) {
    int[] shown = new int[rules.size()];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = condition(rules.get(i), conditions[i], source, ctx);
    }
    return shown;
  }

  /** The mutants for which events of the context's type can make a difference. */
  List<Shown> shown(List<Trial> reached, String source, MatchContext ctx) {
    List<Shown> all = new ArrayList<>();
    for (Trial trial : reached) {
      int[] known = changed.getOrDefault(trial, new int[0]);
      List<int[]> pairs = new ArrayList<>();
      for (int i = 0; i < known.length; i++) {
        Changed one = trial.changed().get(i);
        int now = condition(one.rule(), known[i], source, ctx);
        int before = condition(rules.get(one.index()), conditions[one.index()], source, ctx);
        if (now != before) {
          pairs.add(new int[] {one.index(), now});
        }
      }
      if (!pairs.isEmpty()) {
        all.add(
            new Shown(
                trial,
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray()));
      }
    }
    return all;
  }

  private static int condition(TypedRule rule, int known, String source, MatchContext ctx) {
    boolean shown = rule.rule().source().equals(source) && IrInterpreter.isShown(rule, ctx);
    return shown ? known : NEVER;
  }

  boolean holds(int condition, MatchContext ctx) {
    return condition != NEVER && pool.holds(condition, ctx);
  }
}
