package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.NumberNames;
import io.falcoj.runtime.schema.names.PrintFormat;
import io.falcoj.runtime.value.TextBuilder;

/**
 * Event parameters as text. Each has a plain form and most have a resolved one: names for numbers,
 * an absolute path for a relative one. Follows {@code sinsp_evt::get_param_as_str} in {@code
 * userspace/libsinsp/event.cpp} of falcosecurity/libs.
 */
public final class ParamText {
  private static final String NOT_AVAILABLE = "<NA>";

  private ParamText() {}

  /** Parameters that the event carries and its type knows; old events may carry fewer. */
  public static int count(Event event) {
    return Math.min(event.paramCount(), event.type().params().size());
  }

  /** Appends the resolved form, or the plain one where there is none: {@code evt.arg}. */
  public static void append(MatchContext ctx, int index, TextBuilder out) {
    if (!ResolvedText.append(ctx, index, out)) {
      appendPlain(ctx, index, out);
    }
  }

  /** Appends {@code name=plain} or {@code name=plain(resolved)}: a part of {@code evt.args}. */
  public static void appendNamed(MatchContext ctx, int index, TextBuilder out) {
    out.append(ctx.event().type().params().get(index).name()).append('=');
    appendPlain(ctx, index, out);
    out.append('(');
    if (ResolvedText.append(ctx, index, out)) {
      out.append(')');
    } else {
      out.drop(1);
    }
  }

  /** True for a text that the kernel could not read: it is shown as {@code <NA>}. */
  public static boolean isNullText(Event event, int index) {
    int length = event.paramLength(index);
    if (length == 0) {
      return true;
    }
    byte[] bytes = event.buffer();
    int at = event.paramOffset(index);
    return length == 7
        && bytes[at] == '('
        && bytes[at + 1] == 'N'
        && bytes[at + 2] == 'U'
        && bytes[at + 3] == 'L'
        && bytes[at + 4] == 'L'
        && bytes[at + 5] == ')';
  }

  private static void appendPlain(MatchContext ctx, int index, TextBuilder out) {
    Event event = ctx.event();
    ParamDef def = event.type().params().get(index);
    if (!event.has(index)) {
      out.append(emptyText(def.type()));
      return;
    }
    int at = event.paramOffset(index);
    int length = event.paramLength(index);
    if (def.type() == FieldType.DYN) {
      int choice = LittleEndian.u8(event.buffer(), at);
      if (choice < def.variants().size()) {
        appendPlain(ctx, def, def.variants().get(choice).type(), at + 1, length - 1, out);
      } else {
        out.append("INVALID DYNAMIC PARAMETER");
      }
      return;
    }
    appendPlain(ctx, def, def.type(), at, length, out);
  }

  private static void appendPlain(
      MatchContext ctx, ParamDef def, FieldType type, int at, int length, TextBuilder out) {
    byte[] bytes = ctx.event().buffer();
    switch (type) {
      case CHARBUF, FSPATH, FSRELPATH -> appendText(out, bytes, at, length);
      case BYTEBUF -> BufferText.append(out, bytes, at, length);
      case SOCKADDR -> SocketText.appendAddress(out, bytes, at, length);
      case SOCKTUPLE -> SocketText.appendTuple(out, bytes, at, length);
      case FDLIST -> DescriptorText.appendList(ctx, bytes, at, length, out);
      case SIGSET -> appendSignals(out, number(bytes, at, length, type));
      case RELTIME -> appendInterval(out, number(bytes, at, length, type));
      case ABSTIME -> TimeText.appendLocalDateTime(out, number(bytes, at, length, type), true);
      case UINT32, UINT64, MODE, UID, GID ->
          appendAsSigned(out, number(bytes, at, length, type), type, def.format());
      case INT8, INT16, INT32, INT64, UINT8, UINT16 ->
          NumberText.appendParam(out, number(bytes, at, length, type), type, def.format());
      case FD, PID, ERRNO, SYSCALLID, SIGTYPE, FLAGS8, FLAGS16, FLAGS32 ->
          appendDecimal(out, number(bytes, at, length, type), type);
      case ENUMFLAGS8, ENUMFLAGS16, ENUMFLAGS32 ->
          appendDecimal(out, number(bytes, at, length, type), type);
      default -> out.append("(n.a.)");
    }
  }

  /** Upstream prints decimal numbers of these types with their sign bit. */
  private static void appendAsSigned(
      TextBuilder out, long value, FieldType type, PrintFormat format) {
    if (format == PrintFormat.HEX || format == PrintFormat.OCT) {
      NumberText.appendParam(out, value, type, format);
    } else {
      out.appendDecimal(type.size() == Integer.BYTES ? (int) value : value);
    }
  }

  private static void appendDecimal(TextBuilder out, long value, FieldType type) {
    if (type.family() == FieldType.Family.SIGNED) {
      out.appendDecimal(value);
    } else {
      out.appendUnsigned(value);
    }
  }

  private static void appendInterval(TextBuilder out, long nanoseconds) {
    if (nanoseconds == -1) {
      out.append("none");
    } else {
      out.appendUnsigned(nanoseconds);
    }
  }

  private static void appendSignals(TextBuilder out, long set) {
    boolean first = true;
    for (int signal = 1; signal <= 32; signal++) {
      String name = (set >>> (signal - 1) & 1) == 0 ? null : NumberNames.signal(signal);
      if (name != null) {
        if (!first) {
          out.append(' ');
        }
        out.append(name);
        first = false;
      }
    }
  }

  private static void appendText(TextBuilder out, byte[] bytes, int at, int length) {
    if (length == 7 && bytes[at] == '(' && bytes[at + 1] == 'N' && bytes[at + 5] == ')') {
      out.append(NOT_AVAILABLE);
      return;
    }
    int end = at;
    while (end < at + length && bytes[end] != 0) {
      end++;
    }
    out.append(bytes, at, end - at);
  }

  private static String emptyText(FieldType type) {
    return switch (type) {
      case BYTEBUF, SOCKTUPLE, FDLIST, CHARBUFARRAY, CHARBUF_PAIR_ARRAY, DYN -> "NULL";
      default -> NOT_AVAILABLE;
    };
  }

  /** A number of the type's signedness, as wide as the event holds it. */
  static long number(byte[] bytes, int at, int length, FieldType type) {
    boolean signed = type.family() == FieldType.Family.SIGNED;
    return switch (length) {
      case 1 -> signed ? bytes[at] : LittleEndian.u8(bytes, at);
      case 2 -> signed ? (short) LittleEndian.u16(bytes, at) : LittleEndian.u16(bytes, at);
      case 4 -> signed ? LittleEndian.i32(bytes, at) : LittleEndian.u32(bytes, at);
      case 8 -> LittleEndian.i64(bytes, at);
      default -> 0;
    };
  }
}
