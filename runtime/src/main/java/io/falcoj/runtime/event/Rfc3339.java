package io.falcoj.runtime.event;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Times as {@code 2006-01-02T15:04:05.999999999Z} or with an offset. Accepts what Go's {@code
 * time.Parse(time.RFC3339Nano)} accepts: any number of fraction digits, of which nine count, behind
 * a full stop or a comma.
 */
public final class Rfc3339 {
  /** Not a time, or one that nanoseconds in 64 bits cannot hold. */
  public static final long INVALID = Long.MIN_VALUE;

  private static final long SECOND = 1_000_000_000L;

  /** Seconds on either side of the epoch that nanoseconds in 64 bits can hold. */
  private static final long MAX_SECONDS = Long.MAX_VALUE / SECOND - 1;

  private Rfc3339() {}

  /** Nanoseconds since the epoch, or {@link #INVALID}. */
  public static long nanoseconds(byte[] text, int start, int end) {
    if (end - start < 20 || !shape(text, start)) {
      return INVALID;
    }
    int hour = number(text, start + 11, 2);
    int minute = number(text, start + 14, 2);
    int second = number(text, start + 17, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return INVALID;
    }
    int zone = start + 19;
    long fraction = 0;
    if (text[zone] == '.' || text[zone] == ',') {
      zone++;
      int digits = 0;
      while (zone < end && text[zone] >= '0' && text[zone] <= '9') {
        if (digits < 9) {
          fraction = fraction * 10 + (text[zone] - '0');
        }
        digits++;
        zone++;
      }
      if (digits == 0) {
        return INVALID;
      }
      for (int i = digits; i < 9; i++) {
        fraction *= 10;
      }
    }
    long day = epochDay(text, start);
    long offset = offset(text, zone, end);
    if (day == INVALID || offset == INVALID) {
      return INVALID;
    }
    long seconds = day * 86_400 + hour * 3_600L + minute * 60L + second - offset;
    return Math.abs(seconds) > MAX_SECONDS ? INVALID : seconds * SECOND + fraction;
  }

  private static boolean shape(byte[] text, int at) {
    return text[at + 4] == '-'
        && text[at + 7] == '-'
        && text[at + 10] == 'T'
        && text[at + 13] == ':'
        && text[at + 16] == ':';
  }

  private static long epochDay(byte[] text, int at) {
    int year = number(text, at, 4);
    int month = number(text, at + 5, 2);
    int day = number(text, at + 8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1) {
      return INVALID;
    }
    try {
      return LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      return INVALID;
    }
  }

  /** Seconds east of Greenwich. */
  private static long offset(byte[] text, int at, int end) {
    if (at + 1 == end && text[at] == 'Z') {
      return 0;
    }
    if (at + 6 != end || text[at + 3] != ':' || (text[at] != '+' && text[at] != '-')) {
      return INVALID;
    }
    int hours = number(text, at + 1, 2);
    int minutes = number(text, at + 4, 2);
    if (hours < 0 || hours > 24 || minutes < 0 || minutes > 60) {
      return INVALID;
    }
    long seconds = hours * 3_600L + minutes * 60L;
    return text[at] == '-' ? -seconds : seconds;
  }

  private static int number(byte[] text, int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
