package io.falcoj.testkit.diff;

import io.falcoj.testkit.diff.Witnesses.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Counts events and keeps the first. */
final class Tally {
  private static final int KEPT = 3;

  private final List<Witness> first = new ArrayList<>();
  private long count;

  /**
   * @param witness made only for the events that are kept
   */
  void add(Supplier<Witness> witness) {
    if (count++ < KEPT) {
      first.add(witness.get());
    }
  }

  Witnesses witnesses() {
    return new Witnesses(count, first);
  }
}
