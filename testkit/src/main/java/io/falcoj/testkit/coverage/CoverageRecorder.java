package io.falcoj.testkit.coverage;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.DeepStack;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.coverage.probe.CaseHits;
import io.falcoj.testkit.coverage.probe.CaseWatch;
import io.falcoj.testkit.coverage.probe.ProbedRule;
import io.falcoj.testkit.coverage.probe.ProbedRules;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Fixtures;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a run and records what its cases show of the conditions. Each case's events are looked
 * at once more, so that what judges them has no probes and is the same with and without coverage.
 */
public final class CoverageRecorder implements RunListener {
  private final List<Path> projectRules;
  private final Map<List<Path>, RecordedSet> sets = new LinkedHashMap<>();

  /**
   * @param projectRules rule files or folders of suites that name none
   */
  public CoverageRecorder(List<Path> projectRules) {
    this.projectRules = List.copyOf(projectRules);
  }

  @Override
  public void ran(CaseResult result) {
    RuleTestSuite suite = result.suite();
    DeepStack.call(
        () -> {
          RecordedSet set = set(suite.rules().isEmpty() ? projectRules : suite.rules());
          return set.cases().add(hits(set.rules(), result));
        });
  }

  /** Suites may name the project's rules by another path. */
  private RecordedSet set(List<Path> paths) {
    List<Path> key = whole(paths);
    List<Path> named = key.equals(whole(projectRules)) ? projectRules : paths;
    return sets.computeIfAbsent(key, k -> probed(named));
  }

  private static List<Path> whole(List<Path> paths) {
    return paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }

  /** What was recorded so far; of the project's rules also when no case is about them. */
  public CoverageData data() {
    if (!projectRules.isEmpty()) {
      DeepStack.call(() -> set(projectRules));
    }
    return new CoverageData(List.copyOf(sets.values()));
  }

  private static RecordedSet probed(List<Path> paths) {
    try {
      CheckedRules checked = RuleCompiler.check(RuleFiles.read(paths), CompilerOptions.defaults());
      return new RecordedSet(paths, new ProbedRules(checked), new ArrayList<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaseHits hits(ProbedRules rules, CaseResult result) {
    CaseWatch watch = new CaseWatch(rules, running(rules, result.suite().only()));
    try (EventSource events = Fixtures.open(result.test().events())) {
      String source = events.info().eventSource();
      new EventReplay(ctx -> watch.event(source, ctx), (message, offset) -> {}).run(events);
    } catch (SourceException e) {
      // The run has told of it; what came before counts.
    }
    return watch.hits(result);
  }

  private static BitSet running(ProbedRules rules, @Nullable Selection only) {
    BitSet running = new BitSet();
    for (ProbedRule rule : rules.all()) {
      RuleDef def = rule.rule();
      boolean runs = only == null ? def.enabled() : only.selects(def.name(), def.tags());
      running.set(rule.index(), runs);
    }
    return running;
  }
}
