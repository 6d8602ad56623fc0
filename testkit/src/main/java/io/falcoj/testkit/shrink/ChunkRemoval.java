package io.falcoj.testkit.shrink;

import java.util.BitSet;
import java.util.function.Predicate;

/**
 * Delta debugging by removal: leaves out chunks of pieces as long as a property stays, large chunks
 * first, in the end single pieces, until no single one can go. What comes last is tried first:
 * events need what came before them. Deterministic.
 */
final class ChunkRemoval {
  private final Predicate<BitSet> keeps;
  private int tests;

  /**
   * @param keeps whether the property holds with these pieces alone
   */
  ChunkRemoval(Predicate<BitSet> keeps) {
    this.keeps = keeps;
  }

  /** How often the property was asked for. */
  int tests() {
    return tests;
  }

  /**
   * Removes pieces.
   *
   * @param pieces has the property; the numbers outside the range stay
   * @param from first number that may go
   * @param to number behind the last
   * @param smallest size of the smallest chunk that is tried
   */
  BitSet reduce(BitSet pieces, int from, int to, int smallest) {
    BitSet left = (BitSet) pieces.clone();
    int chunk = Math.max(smallest, count(left, from, to));
    while (true) {
      boolean removed = pass(left, from, to, chunk);
      if (chunk <= smallest && !removed) {
        return left;
      }
      chunk = chunk <= smallest ? smallest : Math.max(smallest, chunk / 2);
    }
  }

  /** Tries every chunk once, from the end on; true when one went. */
  private boolean pass(BitSet left, int from, int to, int chunk) {
    boolean removed = false;
    int end = to;
    while (end > from) {
      int begin = begin(left, from, end, chunk);
      if (left.get(begin, end).isEmpty()) {
        return removed;
      }
      BitSet without = (BitSet) left.clone();
      without.clear(begin, end);
      tests++;
      if (keeps.test(without)) {
        left.clear(begin, end);
        removed = true;
      }
      end = begin;
    }
    return removed;
  }

  /** Where the chunk begins that holds so many pieces and ends there. */
  private static int begin(BitSet left, int from, int end, int chunk) {
    int at = end;
    for (int i = 0; i < chunk; i++) {
      int previous = left.previousSetBit(at - 1);
      if (previous < from) {
        return at == end ? from : at;
      }
      at = previous;
    }
    return at;
  }

  private static int count(BitSet pieces, int from, int to) {
    return pieces.get(from, to).cardinality();
  }
}
