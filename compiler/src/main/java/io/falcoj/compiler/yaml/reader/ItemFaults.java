package io.falcoj.compiler.yaml.reader;

import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.yaml.item.Declaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults of one item. Upstream's loader ends at the first; here reading goes on behind each, so
 * that all are reported.
 */
final class ItemFaults {
  /** Reads a part that the item must have. */
  interface Reading<T> {
    T value() throws Item.Fault;
  }

  /** Reads a part that the item may have. */
  interface OptionalReading<T> {
    @Nullable T value() throws Item.Fault;
  }

  private final Diagnostics diags;
  private int count;
  private boolean marked;

  ItemFaults(Diagnostics diags) {
    this.diags = diags;
  }

  void add(Item.Fault fault) {
    count++;
    fault.report(diags);
  }

  int count() {
    return count;
  }

  /** What is read, or after a fault the other value. */
  <T> T or(T otherwise, Reading<T> reading) {
    try {
      return reading.value();
    } catch (Item.Fault fault) {
      add(fault);
      return otherwise;
    }
  }

  /** What is read, or null after a fault. */
  <T> @Nullable T orNull(OptionalReading<T> reading) {
    try {
      return reading.value();
    } catch (Item.Fault fault) {
      add(fault);
      return null;
    }
  }

  /** Puts {@code broken} once where upstream stops: behind what was declared before a fault. */
  void mark(List<Declaration> declarations, Declaration broken) {
    if (count > 0 && !marked) {
      declarations.add(broken);
      marked = true;
    }
  }
}
