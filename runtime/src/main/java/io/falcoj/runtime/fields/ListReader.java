package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.names.PrintFormat;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A field with any number of values: {@code (a,b)} in text, an array in JSON. */
final class ListReader extends FieldReader {
  /** Longest text of a list. */
  private static final int LIMIT = 1023;

  private final MethodHandle accessor;
  private final FieldType type;
  private final PrintFormat format;

  ListReader(MethodHandle accessor, FieldType type, PrintFormat format) {
    this.accessor = accessor;
    this.type = type;
    this.format = format;
  }

  @Override
  public boolean appendText(MatchContext ctx, TextBuilder out) {
    ValueList list = read(ctx);
    if (list == null) {
      return false;
    }
    int before = out.length();
    out.append('(');
    appendElements(list, ',', out);
    out.append(')');
    out.drop(Math.max(0, out.length() - before - LIMIT));
    return true;
  }

  @Override
  public @Nullable ValueList list(MatchContext ctx) {
    return read(ctx);
  }

  @Override
  public void visit(MatchContext ctx, FieldVisitor visitor) {
    ValueList list = read(ctx);
    if (list == null || list.size() == 0) {
      visitor.absent();
      return;
    }
    visitor.beginList();
    for (int i = 0; i < list.size(); i++) {
      if (type.isNumeric()) {
        NumberReader.visit(list.number(i), type, format, ctx.text(), visitor);
      } else {
        visitor.text(TextReader.shown(list.slice(i), type, ctx));
      }
    }
    visitor.endList();
  }

  void appendElements(ValueList list, char separator, TextBuilder out) {
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        out.append(separator);
      }
      if (type.isNumeric()) {
        NumberReader.appendText(list.number(i), type, format, out);
      } else {
        TextReader.append(list.slice(i), type, out);
      }
    }
  }

  @Nullable ValueList read(MatchContext ctx) {
    return read(accessor, ctx);
  }

  static @Nullable ValueList read(MethodHandle accessor, MatchContext ctx) {
    try {
      return (ValueList) accessor.invokeExact(ctx);
    } catch (Throwable e) {
      throw Failures.unchecked(e);
    }
  }
}
