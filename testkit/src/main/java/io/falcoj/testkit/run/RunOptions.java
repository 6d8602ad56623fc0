package io.falcoj.testkit.run;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run may be told.
 *
 * @param rules rule files or directories of suites that name none
 * @param bundle what these rules compile to, so that they need not be compiled again; null when
 *     nobody has compiled them
 * @param tests patterns of names of cases that run, see {@link CaseFilter}; empty for all
 * @param threads how many cases run at once; results come in the order of files whatever it is
 * @param explain whether failing cases are replayed once more to say why they fail
 */
public record RunOptions(
    List<Path> rules, @Nullable Path bundle, List<String> tests, int threads, boolean explain) {
  public RunOptions {
    rules = List.copyOf(rules);
    tests = List.copyOf(tests);
    if (threads < 1) {
      throw new IllegalArgumentException("a run needs a thread");
    }
  }

  /** All cases on these rules, on all processors. */
  public static RunOptions of(List<Path> rules) {
    return new RunOptions(rules, null, List.of(), Runtime.getRuntime().availableProcessors(), true);
  }

  /** The same with only the cases whose names these patterns select. */
  public RunOptions withTests(List<String> patterns) {
    return new RunOptions(rules, bundle, patterns, threads, explain);
  }

  /** The same with rules that were compiled before. */
  public RunOptions withBundle(Path compiled) {
    return new RunOptions(rules, compiled, tests, threads, explain);
  }

  /** The same on so many threads. */
  public RunOptions withThreads(int count) {
    return new RunOptions(rules, bundle, tests, count, explain);
  }

  /** The same with or without explanations. */
  public RunOptions withExplain(boolean wanted) {
    return new RunOptions(rules, bundle, tests, threads, wanted);
  }
}
