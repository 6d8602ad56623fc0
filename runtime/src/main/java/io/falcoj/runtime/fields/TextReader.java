package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.render.AddressText;
import io.falcoj.runtime.fields.render.BufferText;
import io.falcoj.runtime.fields.render.PrintableText;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A field of text, bytes or an address. */
final class TextReader extends FieldReader {
  /** Longest buffer that prints whole, and what is left of a longer one. */
  private static final int BUFFER_LIMIT = 1022;

  private static final int BUFFER_CUT = 1021;
  private static final ByteSlice NETWORK = ByteSlice.of("<IPNET>");

  private final MethodHandle accessor;
  private final FieldType type;
  private final boolean timeInJson;
  private final boolean ofPlugin;

  /**
   * @param ofPlugin a text prints as it is, control characters included
   */
  TextReader(MethodHandle accessor, FieldType type, boolean timeInJson, boolean ofPlugin) {
    this.accessor = accessor;
    this.type = type;
    this.timeInJson = timeInJson;
    this.ofPlugin = ofPlugin;
  }

  @Override
  public boolean appendText(MatchContext ctx, TextBuilder out) {
    ByteSlice value = read(accessor, ctx);
    if (value == null) {
      return false;
    }
    append(printable(value, ctx), type, out);
    return true;
  }

  @Override
  public @Nullable ByteSlice raw(MatchContext ctx) {
    return read(accessor, ctx);
  }

  @Override
  public void visit(MatchContext ctx, FieldVisitor visitor) {
    if (timeInJson) {
      visitor.signed(ctx.timestamp());
      return;
    }
    ByteSlice value = read(accessor, ctx);
    if (value == null) {
      visitor.absent();
    } else {
      visitor.text(shown(printable(value, ctx), type, ctx));
    }
  }

  private ByteSlice printable(ByteSlice value, MatchContext ctx) {
    boolean asItIs = ofPlugin || type.family() != FieldType.Family.TEXT;
    if (asItIs || PrintableText.isPrintable(value)) {
      return value;
    }
    TextBuilder text = ctx.text();
    PrintableText.append(value, text);
    return text.finish(ctx.slice());
  }

  static @Nullable ByteSlice read(MethodHandle accessor, MatchContext ctx) {
    try {
      return (ByteSlice) accessor.invokeExact(ctx);
    } catch (Throwable e) {
      throw Failures.unchecked(e);
    }
  }

  /** The text of a value; the value itself where it is one. */
  static ByteSlice shown(ByteSlice value, FieldType type, MatchContext ctx) {
    if (type.family() == FieldType.Family.TEXT) {
      return value;
    }
    TextBuilder text = ctx.text();
    append(value, type, text);
    return text.finish(ctx.slice());
  }

  static void append(ByteSlice value, FieldType type, TextBuilder out) {
    switch (type.family()) {
      case BYTES -> appendBuffer(value, out);
      case ADDRESS -> AddressText.append(out, value.array(), value.offset(), value.length());
      case NETWORK -> out.append(NETWORK);
      default -> out.append(value);
    }
  }

  private static void appendBuffer(ByteSlice value, TextBuilder out) {
    int length = value.length() > BUFFER_LIMIT ? BUFFER_CUT : value.length();
    BufferText.append(out, value.array(), value.offset(), length);
  }
}
