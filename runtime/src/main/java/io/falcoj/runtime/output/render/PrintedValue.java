package io.falcoj.runtime.output.render;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.fields.render.BufferText;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.template.Argument;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The value of a token as text. */
interface PrintedValue {
  /** Stands where there is no value. */
  PrintedValue NOTHING = (context, out) -> true;

  /** Appends the value; returns false and appends nothing when it is absent. */
  boolean append(MatchContext context, TextBuilder out);

  static PrintedValue of(Argument argument, boolean base64) {
    if (argument instanceof Argument.Field field) {
      FieldReader reader = FieldReader.of(field.field());
      return base64 && field.field().type() == FieldType.BYTEBUF
          ? (context, out) -> appendText(reader.raw(context), true, true, out)
          : reader::appendText;
    }
    CallValue value = new CallValue(argument);
    if (value.isNumber()) {
      return (context, out) -> appendNumber(value.number(context), out);
    }
    if (value.operand().list()) {
      return (context, out) -> appendList(value.list(context), out);
    }
    boolean buffer = value.operand().type() == FieldType.BYTEBUF;
    return (context, out) -> appendText(value.text(context), buffer, base64, out);
  }

  private static boolean appendNumber(@Nullable Long number, TextBuilder out) {
    if (number == null) {
      return false;
    }
    out.appendUnsigned(number);
    return true;
  }

  private static boolean appendText(
      @Nullable ByteSlice text, boolean buffer, boolean base64, TextBuilder out) {
    if (text == null) {
      return false;
    }
    if (buffer && base64) {
      byte[] encoded = Base64.getEncoder().encode(text.toBytes());
      out.append(encoded, 0, encoded.length);
    } else if (buffer) {
      BufferText.append(out, text.array(), text.offset(), text.length());
    } else {
      out.append(text);
    }
    return true;
  }

  private static boolean appendList(@Nullable ValueList list, TextBuilder out) {
    if (list == null) {
      return false;
    }
    out.append('(');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      out.append(list.slice(i));
    }
    out.append(')');
    return true;
  }
}
