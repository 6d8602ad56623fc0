package io.falcoj.testkit.coverage;

import io.falcoj.testkit.coverage.CoverageReport.FileCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What must be seen, each between 0 and 1.
 *
 * @param total of all checks
 * @param rule of the condition of each rule
 * @param file of the checks of each file
 */
public record CoverageMinimum(double total, double rule, double file) {
  private static final Pattern RATIO = Pattern.compile("\\d+(\\.\\d+)?\\s*%?");

  /**
   * What is not reached.
   *
   * @param subject {@code all rules}, the name of a rule in quotes, or a file
   * @param missing the checks of which a side was not seen
   */
  public record Shortfall(String subject, Sides sides, double minimum, List<CoveredCheck> missing) {
    public Shortfall {
      missing = List.copyOf(missing);
    }
  }

  /**
   * A minimum as people write it: {@code 0.8} or {@code 80%}.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static double parse(String text) {
    String trimmed = text.strip();
    if (RATIO.matcher(trimmed).matches()) {
      boolean percent = trimmed.endsWith("%");
      String number = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
      double ratio = Double.parseDouble(number) / (percent ? 100 : 1);
      if (ratio <= 1) {
        return ratio;
      }
    }
    throw new IllegalArgumentException(
        String.format(Locale.ROOT, "'%s' is no minimum: write a ratio such as 0.8, or 80%%", text));
  }

  /** What the report falls short of; empty when all is well. */
  public List<Shortfall> check(CoverageReport report) {
    List<Shortfall> shortfalls = new ArrayList<>();
    add(shortfalls, "all rules", report.sides(), total, report.uncovered());
    for (CoveredRule covered : report.rules()) {
      String name = covered.rule().name();
      add(shortfalls, "rule \"" + name + "\"", covered.sides(), rule, covered.missing());
    }
    for (FileCoverage covered : report.files()) {
      List<CoveredCheck> missing =
          report.uncovered().stream().filter(c -> c.file().equals(covered.file())).toList();
      add(shortfalls, covered.file(), covered.sides(), file, missing);
    }
    return shortfalls;
  }

  private static void add(
      List<Shortfall> shortfalls,
      String subject,
      Sides sides,
      double minimum,
      List<CoveredCheck> missing) {
    if (sides.ratio() < minimum) {
      shortfalls.add(new Shortfall(subject, sides, minimum, missing));
    }
  }
}
