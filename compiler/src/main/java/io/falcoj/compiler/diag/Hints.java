package io.falcoj.compiler.diag;

import io.falcoj.runtime.schema.names.EditDistance;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Ways out in words. */
public final class Hints {
  private Hints() {}

  /** Asks for the known name that looks most like the given one; null when none does. */
  public static @Nullable String didYouMean(String name, Collection<String> known) {
    String nearest = EditDistance.nearest(name, known);
    return nearest == null ? null : EditDistance.didYouMean(nearest);
  }
}
