package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;

/** Fields that tell nothing of the event. */
public final class UtilFields {
  private UtilFields() {}

  public static long cnt(MatchContext ctx) {
    return ctx.nextCount();
  }
}
