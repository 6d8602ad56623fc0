package io.falcoj.testkit.explain;

import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.explain.render.BriefText;
import io.falcoj.testkit.judge.Difference;
import io.falcoj.testkit.judge.Difference.Otherwise;
import io.falcoj.testkit.judge.Hit;
import io.falcoj.testkit.suite.Expectation.FieldDemand;
import io.falcoj.testkit.suite.OutputDemand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of an alert that is not as expected. */
final class HitLines {
  private static final int MOST_TEXT = 300;

  private HitLines() {}

  /**
   * @param explanation of the alert's event by the alert's rule
   */
  static List<String> of(Difference difference, Explanation explanation) {
    List<String> lines = new ArrayList<>();
    if (difference instanceof Otherwise otherwise) {
      demands(otherwise, lines);
      lines.addAll(BriefText.event(explanation.event()));
      return lines;
    }
    lines.addAll(BriefText.event(explanation.event()));
    Hit hit = difference.shown();
    if (hit != null) {
      lines.add("  output: " + VisibleText.of(hit.message(), MOST_TEXT));
    }
    lines.add("it matches by");
    lines.addAll(BriefText.matched(explanation));
    return lines;
  }

  /** Expected and got. */
  static void demands(Otherwise difference, List<String> lines) {
    for (FieldDemand demand : difference.unmet().fields()) {
      String got = difference.first().fields().get(demand.field());
      lines.add(demand.field());
      String expected = demand.value();
      if (expected == null || got == null) {
        lines.add("  expected  " + value(expected));
        lines.add("  got       " + value(got));
      } else {
        TextDifference.of(expected, got).forEach(line -> lines.add("  " + line));
      }
    }
    OutputDemand output = difference.expected().output();
    if (difference.unmet().output() && output != null) {
      output(output, difference.first().message(), lines);
    }
  }

  private static void output(OutputDemand demand, String got, List<String> lines) {
    if (demand instanceof OutputDemand.Equal equal) {
      lines.addAll(TextDifference.of(equal.text(), got));
    } else {
      lines.add("%-8s  ".formatted(demand.verb()) + VisibleText.of(demand.text(), MOST_TEXT));
      lines.add("got       " + VisibleText.of(got, MOST_TEXT));
    }
  }

  static String value(@Nullable String text) {
    return text == null ? "<absent>" : VisibleText.of(text, MOST_TEXT);
  }
}
