package io.falcoj.testkit.coverage;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the cases of a run show of the conditions of the rules that ran.
 *
 * @param checks in the order of files and places; checks with only one outcome are left out
 * @param rules in order of evaluation
 * @param files in the order of names
 * @param tags in the order of names
 * @param techniques MITRE ATT&amp;CK techniques that tags name, in their order
 */
public record CoverageReport(
    List<CoveredCheck> checks,
    List<CoveredRule> rules,
    List<FileCoverage> files,
    List<TagCoverage> tags,
    List<TechniqueCoverage> techniques) {
  public CoverageReport {
    checks = List.copyOf(checks);
    rules = List.copyOf(rules);
    files = List.copyOf(files);
    tags = List.copyOf(tags);
    techniques = List.copyOf(techniques);
  }

  /** The checks of one file, those of macros and exceptions included. */
  public record FileCoverage(String file, Sides sides) {}

  /**
   * Rules that have a tag.
   *
   * @param sides of the conditions of these rules
   * @param tested how many of them have a passing case in which they fire and one in which not
   */
  public record TagCoverage(String tag, Sides sides, int rules, int tested) {}

  /**
   * A technique.
   *
   * @param id as MITRE writes it, such as {@code T1059.004}
   * @param rules names of the rules that carry it
   * @param tested those with a passing case in which they fire and one in which they do not
   */
  public record TechniqueCoverage(String id, List<String> rules, List<String> tested) {
    public TechniqueCoverage {
      rules = List.copyOf(rules);
      tested = List.copyOf(tested);
    }

    /** Whether a rule that carries it is tested from both sides. */
    public boolean counts() {
      return !tested.isEmpty();
    }
  }

  /** The same with other names for files. */
  public CoverageReport named(UnaryOperator<String> names) {
    return new CoverageReport(
        checks.stream().map(check -> check.in(names.apply(check.file()))).toList(),
        rules.stream().map(rule -> rule.in(names.apply(rule.file()))).toList(),
        files.stream().map(f -> new FileCoverage(names.apply(f.file()), f.sides())).toList(),
        tags,
        techniques);
  }

  /** Of all checks, each counted once however many rules it is part of. */
  public Sides sides() {
    return checks.stream().map(CoveredCheck::sides).reduce(Sides.NONE, Sides::plus);
  }

  /** Checks of which a side is missing. */
  public List<CoveredCheck> uncovered() {
    return checks.stream().filter(check -> !check.missing().isEmpty()).toList();
  }
}
