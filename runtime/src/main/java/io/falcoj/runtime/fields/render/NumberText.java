package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.names.PrintFormat;
import io.falcoj.runtime.value.TextBuilder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in the print formats of fields and parameters. */
public final class NumberText {
  private static final int PADDED_DIGITS = 9;

  private NumberText() {}

  /** Appends a number of an integer type. */
  public static void append(TextBuilder out, long value, FieldType type, PrintFormat format) {
    switch (format) {
      case HEX -> out.appendRadix(bits(value, type), 4);
      case OCT -> out.appendRadix(bits(value, type), 3);
      case PADDED_DEC -> appendPadded(out, value);
      default -> appendPlain(out, value, type);
    }
  }

  /** As {@link #append}, with a zero before octal digits: how parameters are rendered. */
  public static void appendParam(TextBuilder out, long value, FieldType type, PrintFormat format) {
    if (format == PrintFormat.OCT && bits(value, type) != 0) {
      out.append('0');
    }
    append(out, value, type, format);
  }

  /** Appends decimal digits, filled with zeros to nine. */
  public static void appendPadded(TextBuilder out, long value) {
    int digits = 1;
    for (long rest = Long.divideUnsigned(value, 10); rest != 0; rest /= 10) {
      digits++;
    }
    for (int i = digits; i < PADDED_DIGITS; i++) {
      out.append('0');
    }
    out.appendUnsigned(value);
  }

  /** Appends at least two digits. */
  static void appendTwo(TextBuilder out, int value) {
    if (value < 10) {
      out.append('0');
    }
    out.appendDecimal(value);
  }

  private static void appendPlain(TextBuilder out, long value, FieldType type) {
    if (type.family() == FieldType.Family.SIGNED) {
      out.appendDecimal(value);
    } else {
      out.appendUnsigned(value);
    }
  }

  /** The bits that the type's width shows of a sign-extended number. */
  private static long bits(long value, FieldType type) {
    return switch (type.size()) {
      case 1 -> value & 0xFF;
      case 2 -> value & 0xFFFF;
      case 4 -> value & 0xFFFF_FFFFL;
      default -> value;
    };
  }

  /** Appends one decimal, as {@code %.1lf} does. */
  public static void appendTenths(TextBuilder out, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      out.append(Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
      return;
    }
    out.append(new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString());
  }

  /** Appends nanoseconds as seconds with six significant digits, as {@code %lgs} does. */
  static void appendSeconds(TextBuilder out, long nanoseconds) {
    double seconds = unsignedDouble(nanoseconds) / 1e9;
    if (seconds == 0) {
      out.append("0s");
      return;
    }
    BigDecimal rounded = new BigDecimal(seconds).round(new MathContext(6, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal digits = rounded.stripTrailingZeros();
    if (exponent >= -4 && exponent < 6) {
      out.append(digits.toPlainString()).append('s');
      return;
    }
    out.append(digits.movePointLeft(exponent).toPlainString()).append('e');
    out.append(exponent < 0 ? '-' : '+');
    appendTwo(out, Math.abs(exponent));
    out.append('s');
  }

  private static double unsignedDouble(long value) {
    double result = value >>> 1;
    return value >= 0 ? value : result * 2 + (value & 1);
  }
}
