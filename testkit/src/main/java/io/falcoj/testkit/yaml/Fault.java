package io.falcoj.testkit.yaml;

import java.util.Comparator;

/**
 * A mistake in a file.
 *
 * @param line from 1
 * @param column from 1
 * @param message one sentence: what is wrong, and what would be right
 */
public record Fault(int line, int column, String message) implements Comparable<Fault> {
  private static final Comparator<Fault> BY_PLACE =
      Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column);

  @Override
  public int compareTo(Fault other) {
    return BY_PLACE.compare(this, other);
  }
}
