package io.falcoj.testkit.report.html;

import io.falcoj.testkit.coverage.CoverageReport;
import io.falcoj.testkit.coverage.CoverageReport.TechniqueCoverage;
import io.falcoj.testkit.coverage.CoveredRule;
import io.falcoj.testkit.mutation.MutationReport;
import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.report.view.Words;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.RunResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of the run, in a sentence and a bar. */
final class Overview implements Section {
  private static final int WIDTH = 1000;

  @Override
  public String id() {
    return "overview";
  }

  @Override
  public String title() {
    return "Overview";
  }

  @Override
  public int size(RunReport report) {
    return 1;
  }

  @Override
  public void write(RunReport report, Html html) {
    RunResult result = report.result();
    html.open("section", "id", id(), "aria-labelledby", "overview-title");
    html.element("h2", title(), "id", "overview-title");
    html.open("div", "class", "card verdict");
    html.element("p", verdict(result));
    bar(result, html);
    html.open("dl", "class", "figures");
    figure(html, "Cases", Integer.toString(result.cases().size()));
    for (Outcome outcome : Outcome.values()) {
      if (result.count(outcome) > 0) {
        String name = Words.outcome(outcome);
        figure(
            html,
            name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
            Long.toString(result.count(outcome)));
      }
    }
    coverage(report.coverage(), html);
    MutationReport mutation = report.mutation();
    if (mutation != null) {
      figure(html, "Mutants noticed", mutation.score().percent());
    }
    html.close().close().end();
  }

  private static void coverage(@Nullable CoverageReport coverage, Html html) {
    if (coverage == null) {
      return;
    }
    figure(html, "Sides of checks seen", coverage.sides().percent());
    long tested = coverage.rules().stream().filter(CoveredRule::tested).count();
    figure(html, "Rules tested", tested + " of " + coverage.rules().size());
    if (!coverage.techniques().isEmpty()) {
      long counting = coverage.techniques().stream().filter(TechniqueCoverage::counts).count();
      figure(html, "Techniques tested", counting + " of " + coverage.techniques().size());
    }
  }

  private static String verdict(RunResult result) {
    long failing = result.cases().stream().filter(c -> c.outcome().isFailure()).count();
    int cases = result.cases().size();
    if (cases == 0) {
      return "No case ran.";
    }
    if (failing == 0) {
      return result.count(Outcome.TODO) == 0
          ? "All cases pass."
          : "All cases pass, but those marked todo.";
    }
    return failing == 1
        ? "1 of %d cases fails.".formatted(cases)
        : "%d of %d cases fail.".formatted(failing, cases);
  }

  private static void bar(RunResult result, Html html) {
    int cases = result.cases().size();
    if (cases == 0) {
      return;
    }
    html.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " 10",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    long before = 0;
    for (Outcome outcome : Outcome.values()) {
      long count = result.count(outcome);
      if (count > 0) {
        long x = before * WIDTH / cases;
        html.empty(
            "rect",
            "class",
            "fill-" + Badge.style(outcome),
            "x",
            Long.toString(x),
            "y",
            "0",
            "width",
            Long.toString(Math.max(2, (before + count) * WIDTH / cases - x)),
            "height",
            "10");
        before += count;
      }
    }
    html.close();
  }

  private static void figure(Html html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }
}
