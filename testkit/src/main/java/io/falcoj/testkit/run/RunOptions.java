package io.falcoj.testkit.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run may be told.
 *
 * @param rules rule files or directories of suites that name none
 * @param tests globs of names of cases that run; empty for all
 */
public record RunOptions(List<Path> rules, List<String> tests) {
  public RunOptions {
    rules = List.copyOf(rules);
    tests = List.copyOf(tests);
  }

  /** All cases on these rules. */
  public static RunOptions of(List<Path> rules) {
    return new RunOptions(rules, List.of());
  }
}
