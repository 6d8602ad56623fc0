package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.CodeSet;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Place;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types that the event can have. */
final class KnownEventType {
  private static final CodeSet ALL =
      new CodeSet(new BitSet(), new BitSet(), true, List.of()).complement();

  private final Trail trail;
  private CodeSet possible = ALL;
  private @Nullable Place last;

  KnownEventType(Trail trail) {
    this.trail = trail;
  }

  CodeSet possible() {
    return possible;
  }

  @Nullable Place last() {
    return last;
  }

  /** Whether a type is left. */
  boolean check(EventTypeIs check, boolean holds) {
    CodeSet before = possible;
    CodeSet left = before.and(holds ? check.codes() : check.codes().complement());
    if (!left.equals(before)) {
      Place placeBefore = last;
      possible = left;
      last = check.place();
      trail.changed(
          () -> {
            possible = before;
            last = placeBefore;
          });
    }
    return !left.isEmpty();
  }
}
