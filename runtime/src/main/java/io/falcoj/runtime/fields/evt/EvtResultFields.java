package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.fields.render.ParamText;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/** What the call returned. */
public final class EvtResultFields {
  private static final ByteSlice SUCCESS = ByteSlice.of("SUCCESS");

  private EvtResultFields() {}

  public static @Nullable ByteSlice res(MatchContext ctx) {
    Event event = ctx.event();
    if (!EventTraits.returns(event)) {
      return null;
    }
    if (EventTraits.returned(event) >= 0) {
      return SUCCESS;
    }
    TextBuilder text = ctx.text();
    ParamText.append(ctx, 0, text);
    return text.finish(ctx.slice());
  }

  public static long rawres(MatchContext ctx) {
    Event event = ctx.event();
    return EventTraits.returns(event) ? EventTraits.returned(event) : ctx.absent();
  }

  public static long failed(MatchContext ctx) {
    Event event = ctx.event();
    if (!EventTraits.returns(event)) {
      return ctx.absent();
    }
    return EventTraits.returned(event) < 0 ? 1 : 0;
  }
}
