package io.falcoj.runtime.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How metrics spell intervals and rule names. Upstream: {@code parse_prometheus_interval} and
 * {@code sanitize_rule_name} in {@code userspace/engine/falco_utils.cpp} of falcosecurity/falco.
 */
public final class MetricText {
  private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};
  private static final long[] MILLIS = {
    365L * 86_400_000, 7L * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000, 1
  };
  private static final Pattern INTERVAL = interval();

  private MetricText() {}

  private static Pattern interval() {
    StringBuilder pattern = new StringBuilder();
    for (String unit : UNITS) {
      pattern.append("(?:([0-9]{1,18})").append(unit).append(")?");
    }
    return Pattern.compile(pattern.toString());
  }

  /**
   * Milliseconds of an interval such as {@code 1h30m}: years, weeks, days, hours, minutes, seconds,
   * milliseconds, each at most once and in this order; blanks do not matter, and a leading zero
   * makes a number octal.
   *
   * @return 0 for a text of another form
   */
  public static long intervalMillis(String text) {
    Matcher matcher = INTERVAL.matcher(text.replaceAll("\\s", ""));
    if (!matcher.matches()) {
      return 0;
    }
    long millis = 0;
    for (int i = 0; i < UNITS.length; i++) {
      String digits = matcher.group(i + 1);
      millis += digits == null ? 0 : number(digits) * MILLIS[i];
    }
    return millis;
  }

  private static long number(String digits) {
    if (!digits.startsWith("0")) {
      return Long.parseLong(digits);
    }
    String octal = digits.replaceFirst("[89].*", "");
    return Long.parseLong(octal, 8);
  }

  /** A rule's name as part of a metric's name: runs of other characters become one underscore. */
  public static String ruleName(String name) {
    return name.replaceAll("[^a-zA-Z0-9_:]", "_").replaceAll("_+", "_").replaceAll("_$", "");
  }
}
