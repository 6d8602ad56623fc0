package io.falcoj.runtime.ops;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.Glob;

/** Searches whose pattern is not a constant. */
public final class GlobOps {
  private GlobOps() {}

  /** True when the text matches the shell pattern, which is read for this one time. */
  public static boolean matches(ByteSlice text, ByteSlice pattern, boolean foldCase) {
    return new Glob(pattern.toBytes(), foldCase).matches(text);
  }

  /** As {@link StringOps#containsIgnoreCase} for a part in any case. */
  public static boolean containsAnyCase(ByteSlice value, ByteSlice part) {
    byte[] lower = part.toBytes();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = StringOps.lower(lower[i]);
    }
    return StringOps.containsIgnoreCase(value, ByteSlice.of(lower));
  }
}
