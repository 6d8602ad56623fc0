package io.falcoj.testkit.coverage.probe;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.source.SourceSpan;
import java.nio.file.Path;

/**
 * A check where it stands in the condition of one rule.
 *
 * @param index its place among the checks of all rules of the set
 * @param negated whether an odd number of negations stands above it
 * @param constant whether its outcome is the same for every event, so that no case can show more
 */
public record Leaf(int index, Clause clause, boolean negated, boolean constant) {
  /** The check in its file: the same for all rules that a macro brought it to. */
  public Place place() {
    SourceSpan span = clause.place();
    Path file = Path.of(span.file().name()).toAbsolutePath().normalize();
    return new Place(file.toString(), span.start(), clause.text());
  }

  /**
   * A check as its author wrote it.
   *
   * @param file whole path, however suites name the file
   */
  public record Place(String file, int offset, String text) {}
}
