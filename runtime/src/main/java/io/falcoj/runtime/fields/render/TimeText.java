package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.value.TextBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** Times since the epoch as text; local ones in the zone of the process. */
public final class TimeText {
  private static final long SECOND = 1_000_000_000L;
  private static final int DAY = 86_400;
  private static final ZoneRules LOCAL = ZoneId.systemDefault().getRules();

  private TimeText() {}

  /** Appends {@code HH:MM:SS}, with nanoseconds where asked for. */
  public static void appendLocalTime(TextBuilder out, long nanoseconds, boolean fraction) {
    long second = localSecond(nanoseconds);
    appendClock(out, second);
    if (fraction) {
      appendFraction(out, nanoseconds);
    }
  }

  /** Appends {@code YYYY-MM-DD HH:MM:SS}, with nanoseconds where asked for. */
  public static void appendLocalDateTime(TextBuilder out, long nanoseconds, boolean fraction) {
    long second = localSecond(nanoseconds);
    appendDate(out, second);
    out.append(' ');
    appendClock(out, second);
    if (fraction) {
      appendFraction(out, nanoseconds);
    }
  }

  /** Appends the time in UTC as {@code YYYY-MM-DDTHH:MM:SS.nnnnnnnnn+0000}. */
  public static void appendIso8601(TextBuilder out, long nanoseconds) {
    appendUtc(out, nanoseconds);
    out.append("+0000");
  }

  private static void appendUtc(TextBuilder out, long nanoseconds) {
    long second = Long.divideUnsigned(nanoseconds, SECOND);
    appendDate(out, second);
    out.append('T');
    appendClock(out, second);
    appendFraction(out, nanoseconds);
  }

  private static long localSecond(long nanoseconds) {
    long second = Long.divideUnsigned(nanoseconds, SECOND);
    return second + offset(second);
  }

  private static int offset(long second) {
    return LOCAL.isFixedOffset()
        ? LOCAL.getOffset(Instant.EPOCH).getTotalSeconds()
        : offsetAt(second).getTotalSeconds();
  }

  private static ZoneOffset offsetAt(long second) {
    return LOCAL.getOffset(Instant.ofEpochSecond(second));
  }

  private static void appendClock(TextBuilder out, long second) {
    int inDay = (int) Math.floorMod(second, (long) DAY);
    NumberText.appendTwo(out, inDay / 3600);
    out.append(':');
    NumberText.appendTwo(out, inDay / 60 % 60);
    out.append(':');
    NumberText.appendTwo(out, inDay % 60);
  }

  private static void appendFraction(TextBuilder out, long nanoseconds) {
    out.append('.');
    NumberText.appendPadded(out, Long.remainderUnsigned(nanoseconds, SECOND));
  }

  /** Appends {@code YYYY-MM-DD}; days to date by the era arithmetic of the proleptic calendar. */
  private static void appendDate(TextBuilder out, long second) {
    long days = Math.floorDiv(second, (long) DAY) + 719_468;
    long era = Math.floorDiv(days, 146_097L);
    int dayOfEra = (int) (days - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shifted = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    for (long limit = 1000; limit > 1 && year < limit; limit /= 10) {
      out.append('0');
    }
    out.appendDecimal(year).append('-');
    NumberText.appendTwo(out, month);
    out.append('-');
    NumberText.appendTwo(out, day);
  }
}
