package io.falcoj.testkit.bench;

import io.falcoj.testkit.bench.BenchResult.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as text. */
public final class BenchText {
  private BenchText() {}

  /** One line each. */
  public static List<String> lines(BenchResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%d fixtures, %,d events, %d rules; JDK %s, %d cores",
            result.fixtures(),
            result.events(),
            result.rules().size(),
            result.jdk(),
            result.cores()));
    lines.add(
        format(
            "with all rules  %8.1f ns per event, %,d events per CPU second",
            result.all(), result.eventsPerSecond()));
    lines.add(
        format(
            "without rules   %8.1f ns per event, %.2f of it",
            result.none(), result.none() / result.all()));
    lines.add("each rule alone, beside reading the events:");
    for (Cost cost : result.rules()) {
      lines.add(
          format(
              "  %8.1f ns  %5.1f %%  %s  %s",
              cost.nanos(), 100 * cost.share(), cost.rule(), cost.place()));
    }
    return lines;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
