package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.ParamRef;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.fields.render.ParamText;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.PrintFormat;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A raw event parameter, printed by the type that it has in the event at hand. */
final class RawArgReader extends FieldReader {
  private static final ByteSlice ZERO = ByteSlice.of("0");

  private final MethodHandle number;
  private final MethodHandle text;
  private final ParamRef param;

  RawArgReader(MethodHandle number, MethodHandle text, ParamRef param) {
    this.number = number;
    this.text = text;
    this.param = param;
  }

  @Override
  public boolean appendText(MatchContext ctx, TextBuilder out) {
    ParamDef def = definition(ctx.event());
    if (def == null) {
      return false;
    }
    if (isNumber(def.type())) {
      long value = asRecorded(NumberReader.read(number, ctx), def.type());
      // An empty number prints as zero, although it equals none.
      return NumberReader.appendText(ctx.isAbsent() ? 0 : value, def.type(), def.format(), out);
    }
    ByteSlice value = TextReader.read(text, ctx);
    if (value == null) {
      return def.type().family() == Family.BYTES;
    }
    if (def.type().family() == Family.OTHER) {
      ParamText.append(ctx, param.position(ctx.event().code()), out);
    } else {
      TextReader.append(value, def.type(), out);
    }
    return true;
  }

  @Override
  public void visit(MatchContext ctx, FieldVisitor visitor) {
    ParamDef def = definition(ctx.event());
    if (def != null && isNumber(def.type())) {
      long value = asRecorded(NumberReader.read(number, ctx), def.type());
      if (ctx.isAbsent()) {
        visitEmpty(def.format(), visitor);
      } else {
        NumberReader.visit(value, def.type(), def.format(), ctx.text(), visitor);
      }
      return;
    }
    TextBuilder shown = new TextBuilder();
    if (appendText(ctx, shown.begin())) {
      visitor.text(shown.finish(new ByteSlice()));
    } else {
      visitor.absent();
    }
  }

  /** Values are handed out as they are compared, which may be in another type than they have. */
  private static long asRecorded(long value, FieldType type) {
    return type.family() == Family.SIGNED && type.size() == Integer.BYTES ? (int) value : value;
  }

  /** An empty number prints as zero where it prints as text, and has no value otherwise. */
  private static void visitEmpty(PrintFormat format, FieldVisitor visitor) {
    if (format == PrintFormat.HEX || format == PrintFormat.OCT) {
      visitor.text(ZERO);
    } else {
      visitor.absent();
    }
  }

  private @Nullable ParamDef definition(Event event) {
    int position = param.position(event.code());
    return position < 0 || position >= ParamText.count(event)
        ? null
        : event.type().params().get(position);
  }

  private static boolean isNumber(FieldType type) {
    return type.isNumeric() || type == FieldType.UID || type == FieldType.GID;
  }
}
