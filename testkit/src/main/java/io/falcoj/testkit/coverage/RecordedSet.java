package io.falcoj.testkit.coverage;

import io.falcoj.testkit.coverage.probe.CaseHits;
import io.falcoj.testkit.coverage.probe.ProbedRules;
import java.nio.file.Path;
import java.util.List;

/**
 * Rules that suites name together, and what cases showed of them.
 *
 * @param paths rule files and folders in load order
 * @param cases in the order in which they ran
 */
public record RecordedSet(List<Path> paths, ProbedRules rules, List<CaseHits> cases) {
  /** Whether cases are due for a rule: it is enabled, or a suite switched it on. */
  public boolean counts(int rule) {
    return rules.all().get(rule).rule().enabled()
        || cases.stream().anyMatch(hits -> hits.running().get(rule));
  }
}
