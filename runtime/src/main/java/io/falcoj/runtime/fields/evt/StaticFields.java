package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** Constants that the configuration gives a name. */
public final class StaticFields {
  private StaticFields() {}

  public static @Nullable ByteSlice value(MatchContext ctx, ByteSlice key) {
    return ctx.constant(key);
  }
}
