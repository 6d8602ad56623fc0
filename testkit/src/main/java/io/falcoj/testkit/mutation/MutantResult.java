package io.falcoj.testkit.mutation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mutant.
 *
 * @param mutator name of the kind of change
 * @param declaration what holds the changed text, such as {@code macro shell_started}
 * @param line from 1
 * @param column from 1
 * @param diff the changed lines before and after, as a unified diff
 * @param rules names of the rules that it changes, in order of evaluation
 * @param killer the case that noticed it, as {@code file:line name}; null without one
 */
public record MutantResult(
    String mutator,
    String description,
    String declaration,
    String file,
    int line,
    int column,
    List<String> diff,
    List<String> rules,
    Status status,
    @Nullable String killer) {
  /** Outcomes. */
  public enum Status {
    /** A case fails with it. */
    KILLED,
    /** Cases come to the changed place, and pass. */
    SURVIVED,
    /** No case comes to the changed place. */
    NOT_REACHED,
    /** The rules mean the same as before: not counted. */
    EQUIVALENT,
    /** Time was up, or the case that could notice it cannot be judged again: not counted. */
    NOT_TRIED
  }

  public MutantResult {
    diff = List.copyOf(diff);
    rules = List.copyOf(rules);
  }

  /** Whether a case is missing. */
  public boolean isAlive() {
    return status == Status.SURVIVED || status == Status.NOT_REACHED;
  }
}
