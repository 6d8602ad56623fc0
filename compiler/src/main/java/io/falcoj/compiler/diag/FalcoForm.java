package io.falcoj.compiler.diag;

import org.jspecify.annotations.Nullable;

/**
 * How Falco puts a finding, where it puts it otherwise.
 *
 * @param message its words; null when ours are the same
 * @param place for findings about conditions, the innermost place; else null
 */
public record FalcoForm(@Nullable String message, @Nullable ConditionPlace place) {
  /** No difference. */
  public static final FalcoForm SAME = new FalcoForm(null, null);

  public FalcoForm withPlace(@Nullable ConditionPlace other) {
    return new FalcoForm(message, other);
  }

  public FalcoForm withMessage(@Nullable String other) {
    return new FalcoForm(other, place);
  }
}
