package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.schema.FieldType.Family;
import java.util.Set;

/** Bounds of a number, both included; of other values nothing is known. */
final class NumberRange {
  /** A range with more numbers than this is not searched for one that is not excluded. */
  private static final int SEARCHED = 16;

  private final Family family;
  private final Trail trail;
  private long low;
  private long high;
  private boolean empty;

  /** All numbers of the family from {@code least} on. */
  NumberRange(Family family, long least, Trail trail) {
    this.family = family;
    this.trail = trail;
    this.low = least;
    this.high = family == Family.SIGNED ? Long.MAX_VALUE : -1L;
  }

  void narrow(Test.Number test, boolean passes) {
    if (test.family() == Family.DOUBLE || test.family() != family) {
      return;
    }
    long value = test.value();
    switch (passes ? test.order() : negated(test.order())) {
      case EQ -> {
        atLeast(value);
        atMost(value);
      }
      case LT -> below(value);
      case LE -> atMost(value);
      case GT -> above(value);
      case GE -> atLeast(value);
      case NE -> {}
    }
  }

  private static Test.Order negated(Test.Order order) {
    return switch (order) {
      case EQ -> Test.Order.NE;
      case NE -> Test.Order.EQ;
      case LT -> Test.Order.GE;
      case LE -> Test.Order.GT;
      case GT -> Test.Order.LE;
      case GE -> Test.Order.LT;
    };
  }

  private void below(long value) {
    if (value == (family == Family.SIGNED ? Long.MIN_VALUE : 0)) {
      setEmpty();
    } else {
      atMost(value - 1);
    }
  }

  private void above(long value) {
    if (value == (family == Family.SIGNED ? Long.MAX_VALUE : -1L)) {
      setEmpty();
    } else {
      atLeast(value + 1);
    }
  }

  private void atLeast(long value) {
    if (compare(value, low) > 0) {
      long before = low;
      low = value;
      trail.changed(() -> low = before);
    }
  }

  private void atMost(long value) {
    if (compare(value, high) < 0) {
      long before = high;
      high = value;
      trail.changed(() -> high = before);
    }
  }

  private void setEmpty() {
    if (!empty) {
      empty = true;
      trail.changed(() -> empty = false);
    }
  }

  private int compare(long left, long right) {
    return KnownValueTests.compare(family, left, right);
  }

  boolean contains(long value) {
    return !empty && compare(low, value) <= 0 && compare(value, high) <= 0;
  }

  /** Whether a number is left. */
  boolean isPossible(Set<Object> excluded) {
    if (empty || compare(low, high) > 0) {
      return false;
    }
    long more = high - low;
    if (more < 0 || more > SEARCHED) {
      return true;
    }
    for (long i = 0; i <= more; i++) {
      if (!excluded.contains(low + i)) {
        return true;
      }
    }
    return false;
  }
}
