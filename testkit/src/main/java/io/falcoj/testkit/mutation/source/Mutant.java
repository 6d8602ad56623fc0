package io.falcoj.testkit.mutation.source;

import io.falcoj.compiler.RuleVariants;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Rules in which one thing is other than its author wrote it.
 *
 * @param mutator name of the kind of change
 * @param description what was changed, for people
 * @param declaration what holds the changed text, such as {@code macro shell_started}
 * @param place where it was changed
 * @param edits the change of rule files
 * @param variation the rules that come out otherwise
 */
public record Mutant(
    String mutator,
    String description,
    String declaration,
    SourceSpan place,
    List<SourceEdit> edits,
    Variation variation) {
  /** The change as the compiler makes it. */
  @FunctionalInterface
  public interface Variation {
    /** The rules that change; empty when that is no rule file any more. */
    Optional<List<TypedRule>> of(RuleVariants rules);
  }

  public Mutant {
    edits = List.copyOf(edits);
  }

  public String file() {
    return place.file().name();
  }

  /** From 1. */
  public int line() {
    return place.file().lines().line(place.start());
  }

  /** From 1. */
  public int column() {
    return place.file().lines().column(place.start());
  }

  /**
   * The changed lines before and after.
   *
   * @param names how files are named where there are several
   */
  public List<String> diff(UnaryOperator<String> names) {
    return SourceDiff.of(edits, names);
  }
}
