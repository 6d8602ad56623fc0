package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.ParamRef;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.fields.render.ParamText;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/** Parameters of the event. */
public final class EvtArgFields {
  private static final ByteSlice NOT_AVAILABLE = ByteSlice.of("<NA>");

  private EvtArgFields() {}

  public static ByteSlice args(MatchContext ctx) {
    Event event = ctx.event();
    if (event.code() == EventTraits.GENERIC) {
      return ByteSlice.EMPTY;
    }
    TextBuilder text = ctx.text();
    int count = ParamText.count(event);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        text.append(' ');
      }
      ParamText.appendNamed(ctx, i, text);
    }
    return text.finish(ctx.slice());
  }

  public static ByteSlice info(MatchContext ctx) {
    return args(ctx);
  }

  public static @Nullable ByteSlice arg(MatchContext ctx, ParamRef param) {
    Event event = ctx.event();
    int position = param.position(event.code());
    if (position < 0 || position >= ParamText.count(event)) {
      return null;
    }
    if (isPlainText(event, position)) {
      return event.text(position, ctx.slice());
    }
    TextBuilder text = ctx.text();
    ParamText.append(ctx, position, text);
    return text.finish(ctx.slice());
  }

  /** True where the rendered parameter is the very bytes that the event holds. */
  private static boolean isPlainText(Event event, int position) {
    return switch (event.type().params().get(position).type()) {
      case CHARBUF -> !ParamText.isNullText(event, position);
      case FSPATH, FSRELPATH ->
          !ParamText.isNullText(event, position)
              && event.buffer()[event.paramOffset(position)] == '/';
      default -> false;
    };
  }

  /** A parameter as a number; absent for events where it is a text or missing. */
  public static long rawargNumber(MatchContext ctx, ParamRef param) {
    Event event = ctx.event();
    int position = param.position(event.code());
    if (!event.has(position)) {
      return ctx.absent();
    }
    FieldType type = event.type().params().get(position).type();
    return type.size() > 0 && type.size() <= Long.BYTES
        ? param.compared(event.number(position))
        : ctx.absent();
  }

  /**
   * A parameter's bytes, absent when they are no value of its type; a text that the kernel could
   * not read is {@code <NA>}.
   */
  public static @Nullable ByteSlice rawargText(MatchContext ctx, ParamRef param) {
    Event event = ctx.event();
    int position = param.position(event.code());
    if (position < 0 || position >= ParamText.count(event)) {
      return null;
    }
    FieldType type = event.type().params().get(position).type();
    return switch (type) {
      case CHARBUF, FSPATH, FSRELPATH ->
          ParamText.isNullText(event, position) ? NOT_AVAILABLE : event.text(position, ctx.slice());
      case IPV4ADDR, IPV6ADDR ->
          // an address of another length is none
          event.paramLength(position) == type.size() ? event.bytes(position, ctx.slice()) : null;
      default -> event.bytes(position, ctx.slice());
    };
  }
}
