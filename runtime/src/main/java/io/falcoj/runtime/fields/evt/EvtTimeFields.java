package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.render.TimeText;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/** When the event happened, in many forms; and times that upstream no longer measures. */
public final class EvtTimeFields {
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLISECOND = 1_000_000L;
  private static final ByteSlice NO_TIME = ByteSlice.of("0ns");

  private EvtTimeFields() {}

  public static ByteSlice time(MatchContext ctx) {
    TextBuilder text = ctx.text();
    TimeText.appendLocalTime(text, ctx.timestamp(), true);
    return text.finish(ctx.slice());
  }

  public static ByteSlice timeS(MatchContext ctx) {
    TextBuilder text = ctx.text();
    TimeText.appendLocalTime(text, ctx.timestamp(), false);
    return text.finish(ctx.slice());
  }

  public static ByteSlice timeIso8601(MatchContext ctx) {
    TextBuilder text = ctx.text();
    TimeText.appendIso8601(text, ctx.timestamp());
    return text.finish(ctx.slice());
  }

  public static ByteSlice datetime(MatchContext ctx) {
    TextBuilder text = ctx.text();
    TimeText.appendLocalDateTime(text, ctx.timestamp(), true);
    return text.finish(ctx.slice());
  }

  public static ByteSlice datetimeS(MatchContext ctx) {
    TextBuilder text = ctx.text();
    TimeText.appendLocalDateTime(text, ctx.timestamp(), false);
    return text.finish(ctx.slice());
  }

  public static ByteSlice outputtime(MatchContext ctx) {
    return time(ctx);
  }

  public static long rawtime(MatchContext ctx) {
    return ctx.timestamp();
  }

  public static long rawtimeS(MatchContext ctx) {
    return Long.divideUnsigned(ctx.timestamp(), SECOND);
  }

  public static long rawtimeNs(MatchContext ctx) {
    return Long.remainderUnsigned(ctx.timestamp(), SECOND);
  }

  public static long reltime(MatchContext ctx) {
    return ctx.timestamp() - ctx.firstTimestamp();
  }

  public static long reltimeS(MatchContext ctx) {
    return Long.divideUnsigned(reltime(ctx), SECOND);
  }

  public static long reltimeNs(MatchContext ctx) {
    return Long.remainderUnsigned(reltime(ctx), SECOND);
  }

  public static long deltatime(MatchContext ctx) {
    return ctx.previousTimestamp() == 0 ? 0 : ctx.timestamp() - ctx.previousTimestamp();
  }

  public static long deltatimeS(MatchContext ctx) {
    return Long.divideUnsigned(deltatime(ctx), SECOND);
  }

  public static long deltatimeNs(MatchContext ctx) {
    return Long.remainderUnsigned(deltatime(ctx), SECOND);
  }

  /**
   * Distance to a time, in milliseconds, rounded up: {@code evt.around[T] = D} holds when it is at
   * most D.
   *
   * @param time decimal nanoseconds since the epoch
   */
  public static long around(MatchContext ctx, ByteSlice time) {
    long wanted = 0;
    for (int i = 0; i < time.length(); i++) {
      wanted = wanted * 10 + (time.at(i) - '0');
    }
    long distance = Math.abs(ctx.timestamp() - wanted);
    return (distance + MILLISECOND - 1) / MILLISECOND;
  }

  public static long latency(MatchContext ctx) {
    return 0;
  }

  public static long latencyS(MatchContext ctx) {
    return 0;
  }

  public static long latencyNs(MatchContext ctx) {
    return 0;
  }

  public static long latencyQuantized(MatchContext ctx) {
    return 0;
  }

  public static ByteSlice latencyHuman(MatchContext ctx) {
    return NO_TIME;
  }

  public static long waitLatency(MatchContext ctx) {
    return 0;
  }
}
