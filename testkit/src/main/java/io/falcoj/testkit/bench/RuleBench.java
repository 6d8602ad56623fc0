package io.falcoj.testkit.bench;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.bench.BenchResult.Cost;
import io.falcoj.testkit.replay.LoadedRules;
import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.run.RulesException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures a rule set over fixtures: all rules together, no rules, each rule alone. */
public final class RuleBench {
  private final List<SourceFile> files;
  private final Duration perRule;

  /**
   * @param files rule files in load order
   * @param perRule how long each rule is measured
   */
  public RuleBench(List<SourceFile> files, Duration perRule) {
    this.files = files;
    this.perRule = perRule;
  }

  /**
   * Measures.
   *
   * @throws RulesException when the rules are invalid
   * @throws BenchException when there are no events, or a fixture is damaged
   * @throws IOException when a fixture cannot be read
   */
  public BenchResult measure(List<NamedFixture> fixtures)
      throws RulesException, BenchException, IOException {
    if (fixtures.isEmpty()) {
      throw new BenchException(
          "there are no fixtures to measure with: write a rule test, or name" + " a recording");
    }
    List<LoadedFixture> loaded = new ArrayList<>();
    for (NamedFixture fixture : fixtures) {
      loaded.add(LoadedFixture.of(fixture));
    }
    try {
      return measured(loaded);
    } catch (SourceException e) {
      throw new BenchException(e);
    } catch (OutputException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    }
  }

  private BenchResult measured(List<LoadedFixture> fixtures)
      throws RulesException, BenchException, SourceException, OutputException {
    Bundle whole = LoadedRules.compile(files, "rules").bundle();
    CheckedRules checked = RuleCompiler.check(files, CompilerOptions.defaults());
    List<RuleInfo> rules = whole.rules().stream().filter(RuleInfo::enabled).toList();
    List<List<Bundle>> sets = new ArrayList<>();
    sets.add(List.of(whole));
    sets.add(List.of());
    for (RuleInfo rule : rules) {
      sets.add(List.of(alone(checked, rule.name())));
    }
    Stopwatch watch = new Stopwatch(fixtures);
    double[] nanos = watch.measure(sets, perRule.multipliedBy(sets.size()));
    if (watch.events() == 0) {
      throw new BenchException("the fixtures have no events that rules see");
    }
    Map<RuleInfo, Double> alone = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      alone.put(rules.get(i), nanos[i + 2]);
    }
    return result(fixtures.size(), watch.events(), nanos[0], nanos[1], alone);
  }

  private static BenchResult result(
      int fixtures, long events, double all, double none, Map<RuleInfo, Double> alone) {
    Map<RuleInfo, Double> beside = new LinkedHashMap<>();
    alone.forEach((rule, nanos) -> beside.put(rule, Math.max(0, nanos - none) / events));
    double sum = beside.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Cost> costs = new ArrayList<>();
    beside.forEach(
        (rule, nanos) ->
            costs.add(
                new Cost(
                    rule.name(),
                    rule.file() + ":" + rule.line(),
                    nanos,
                    sum == 0 ? 0 : nanos / sum)));
    return new BenchResult(
        fixtures,
        events,
        Runtime.version().toString(),
        Runtime.getRuntime().availableProcessors(),
        all / events,
        none / events,
        costs);
  }

  private static Bundle alone(CheckedRules rules, String name) throws RulesException {
    try {
      return BundleLoader.load(
          RuleCompiler.bundle(rules, rule -> rule.rule().name().equals(name)), name);
    } catch (BundleException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    }
  }
}
