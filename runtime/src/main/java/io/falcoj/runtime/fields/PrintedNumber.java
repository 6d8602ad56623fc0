package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.names.PrintFormat;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Numbers among the texts of a list, e.g. in {@code join(",", (proc.name, proc.pid))}: upstream's
 * {@code rawnum_check} in {@code userspace/libsinsp/sinsp_filtercheck_rawstring.cpp}.
 */
public final class PrintedNumber {
  private static final FieldType[] TYPES = FieldType.values();
  private static final PrintFormat[] FORMATS = PrintFormat.values();

  private PrintedNumber() {}

  /**
   * The number as alerts print it; null where its row gives it no form.
   *
   * @param type position of its {@link FieldType}
   * @param format position of its {@link PrintFormat}
   */
  public static @Nullable ByteSlice of(long value, int type, int format, MatchContext ctx) {
    TextBuilder text = ctx.text();
    return NumberReader.appendText(value, TYPES[type], FORMATS[format], text)
        ? text.finish(ctx.slice())
        : null;
  }
}
