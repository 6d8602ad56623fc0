package io.falcoj.testkit.report.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of events. */
public final class Times {
  private static final long SECOND = 1_000_000_000L;
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** As alerts in JSON have them. */
  public static String full(long nanos) {
    return FULL.format(
        Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND)));
  }

  /** A span of time with three digits or so, e.g. {@code 1.25 s}. */
  public static String span(long nanos) {
    if (nanos < 1_000) {
      return nanos + " ns";
    }
    if (nanos < 1_000_000) {
      return number(nanos / 1e3) + " µs";
    }
    if (nanos < SECOND) {
      return number(nanos / 1e6) + " ms";
    }
    long seconds = nanos / SECOND;
    return seconds < 120
        ? number(nanos / 1e9) + " s"
        : "%d min %d s".formatted(seconds / 60, seconds % 60);
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
