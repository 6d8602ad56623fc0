package io.falcoj.testkit.mutation;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What mutation may be told.
 *
 * @param rules names of the rules that are changed, {@code *} standing for any run of characters;
 *     empty for all
 * @param timeout after which no further mutant is tried; null for no limit
 */
public record MutationOptions(List<String> rules, @Nullable Duration timeout) {
  public MutationOptions {
    rules = List.copyOf(rules);
  }

  /** All rules, however long it takes. */
  public static MutationOptions standard() {
    return new MutationOptions(List.of(), null);
  }
}
