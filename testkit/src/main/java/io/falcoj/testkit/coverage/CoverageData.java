package io.falcoj.testkit.coverage;

import java.util.ArrayList;
import java.util.List;

/** What was recorded while cases ran, of suites with different rules. */
public final class CoverageData {
  private final List<RecordedSet> sets;

  CoverageData(List<RecordedSet> sets) {
    this.sets = sets;
  }

  /** By the rules of suites, in the order in which suites ran. */
  public List<RecordedSet> sets() {
    return sets;
  }

  /** Both together, as one run would have given. */
  public CoverageData plus(CoverageData other) {
    List<RecordedSet> all = new ArrayList<>(sets);
    all.addAll(other.sets);
    return new CoverageData(List.copyOf(all));
  }

  /** What it says about rules, files, tags and techniques. */
  public CoverageReport report() {
    ReportBuilder builder = new ReportBuilder();
    sets.forEach(builder::add);
    return builder.build();
  }
}
