package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.render.NumberText;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.schema.names.PrintFormat;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.lang.invoke.MethodHandle;

/** A numeric field. */
final class NumberReader extends FieldReader {
  private final MethodHandle accessor;
  private final FieldType type;
  private final PrintFormat format;
  private final boolean plainInJson;

  NumberReader(MethodHandle accessor, FieldType type, PrintFormat format, boolean plainInJson) {
    this.accessor = accessor;
    this.type = type;
    this.format = format;
    this.plainInJson = plainInJson;
  }

  @Override
  public boolean appendText(MatchContext ctx, TextBuilder out) {
    long value = read(accessor, ctx);
    return !ctx.isAbsent() && appendText(value, type, format, out);
  }

  @Override
  public void visit(MatchContext ctx, FieldVisitor visitor) {
    long value = read(accessor, ctx);
    if (ctx.isAbsent()) {
      visitor.absent();
    } else if (plainInJson) {
      visitor.signed(value);
    } else {
      visit(value, type, format, ctx.text(), visitor);
    }
  }

  static long read(MethodHandle accessor, MatchContext ctx) {
    ctx.clearAbsent();
    try {
      return (long) accessor.invokeExact(ctx);
    } catch (Throwable e) {
      throw Failures.unchecked(e);
    }
  }

  /** Appends a number; returns false for one whose row gives it no form. */
  static boolean appendText(long value, FieldType type, PrintFormat format, TextBuilder out) {
    switch (type.family()) {
      case BOOL -> out.append(value != 0 ? "true" : "false");
      case DOUBLE -> NumberText.appendTenths(out, Double.longBitsToDouble(value));
      default -> {
        if (format == PrintFormat.NA && !isWide(type)) {
          return false;
        }
        NumberText.append(out, value, type, format);
      }
    }
    return true;
  }

  static void visit(
      long value, FieldType type, PrintFormat format, TextBuilder scratch, FieldVisitor visitor) {
    switch (type.family()) {
      case BOOL -> visitor.bool(value != 0);
      case DOUBLE -> visitDouble(Double.longBitsToDouble(value), format, visitor);
      case SIGNED -> {
        if (isDecimal(format)) {
          visitor.signed(value);
        } else {
          visitText(value, type, format, scratch, visitor);
        }
      }
      default -> {
        if (isDecimal(format)) {
          visitor.unsigned(value);
        } else {
          visitText(value, type, format, scratch, visitor);
        }
      }
    }
  }

  private static void visitDouble(double value, PrintFormat format, FieldVisitor visitor) {
    if (format == PrintFormat.DEC) {
      visitor.signed((long) value);
    } else {
      visitor.real(value);
    }
  }

  private static void visitText(
      long value, FieldType type, PrintFormat format, TextBuilder scratch, FieldVisitor visitor) {
    if (appendText(value, type, format, scratch)) {
      visitor.text(scratch.finish(new ByteSlice()));
    } else {
      visitor.absent();
    }
  }

  private static boolean isDecimal(PrintFormat format) {
    return format == PrintFormat.DEC || format == PrintFormat.ID;
  }

  /** Signed 64-bit types print as decimal numbers even without a format. */
  private static boolean isWide(FieldType type) {
    return type.family() == Family.SIGNED && type.size() == Long.BYTES;
  }
}
