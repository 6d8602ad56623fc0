package io.falcoj.testkit.coverage;

import io.falcoj.testkit.coverage.CoverageMinimum.Shortfall;
import io.falcoj.testkit.coverage.CoverageReport.TechniqueCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Coverage for a console, line by line. */
public final class CoverageText {
  private CoverageText() {}

  /** The figures: the whole, each file, techniques, and each rule that is not seen whole. */
  public static List<String> summary(CoverageReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("Coverage: " + figures(report.sides()));
    report.files().forEach(f -> lines.add("  " + f.file() + ": " + figures(f.sides())));
    for (CoveredRule rule : report.rules()) {
      if (rule.sides().seen() < rule.sides().all() || !rule.tested()) {
        lines.add("  rule \"" + rule.rule().name() + "\": " + figures(rule));
      }
    }
    List<TechniqueCoverage> techniques = report.techniques();
    if (!techniques.isEmpty()) {
      long tested = techniques.stream().filter(TechniqueCoverage::counts).count();
      lines.add("  MITRE techniques tested: " + tested + " of " + techniques.size());
    }
    return lines;
  }

  /** Checks that are not seen from both sides, each with its place. */
  public static List<String> uncovered(List<CoveredCheck> checks) {
    int places = checks.stream().mapToInt(c -> place(c).length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (CoveredCheck check : checks) {
      String padding = " ".repeat(places - place(check).length());
      lines.add(place(check) + padding + "  " + check.missing() + ": " + shortened(check.text()));
    }
    return lines;
  }

  /** Why coverage is not enough, and what to write cases for. */
  public static List<String> shortfalls(List<Shortfall> shortfalls) {
    List<String> lines = new ArrayList<>();
    for (Shortfall shortfall : shortfalls) {
      lines.add(
          String.format(
              Locale.ROOT,
              "coverage of %s is %s, less than the minimum of %s:",
              shortfall.subject(),
              figures(shortfall.sides()),
              percent(shortfall.minimum())));
      uncovered(shortfall.missing()).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private static String figures(CoveredRule rule) {
    String cases = rule.positive() + " firing, " + rule.negative() + " silent case(s)";
    return figures(rule.sides()) + ", " + cases;
  }

  private static String figures(Sides sides) {
    return sides.percent() + " (" + sides.seen() + " of " + sides.all() + " sides of checks)";
  }

  private static String percent(double ratio) {
    String text = String.format(Locale.ROOT, "%.1f", ratio * 100);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
  }

  private static String place(CoveredCheck check) {
    return check.file() + ":" + check.line() + ":" + check.column();
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 97) + "...";
  }
}
