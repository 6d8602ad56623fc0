package io.falcoj.runtime.output;

import io.falcoj.runtime.value.TextBuilder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time of an alert in the {@code time} key. */
final class TimeText {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'");

  private TimeText() {}

  /**
   * Appends date and time of day in UTC.
   *
   * @param nanos since the epoch, unsigned
   */
  static void appendUtc(long nanos, TextBuilder out) {
    Instant instant =
        Instant.ofEpochSecond(
            Long.divideUnsigned(nanos, 1_000_000_000),
            Long.remainderUnsigned(nanos, 1_000_000_000));
    out.append(UTC.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
  }
}
