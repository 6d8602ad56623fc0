package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one value: whether it is present, and what it is if it is. Every narrowing says
 * whether something is left.
 */
final class KnownValue {
  private enum Presence {
    OPEN,
    PRESENT,
    ABSENT
  }

  /** Every event has one, from 1; rules compare with 0 to say never. */
  private static final String EVENT_NUMBER = "evt.num";

  /** Searches in one text are compared with each other up to this many. */
  private static final int COMPARED = 200;

  private final Trail trail;
  private final KnownValueTests tests;
  private final NumberRange range;

  private Presence presence = Presence.OPEN;

  /** All that it can be if present, or null while that is not counted. */
  private @Nullable Set<Object> candidates;

  private final Set<Object> excluded = new HashSet<>();
  private final Map<Test, Boolean> outcomes = new HashMap<>();
  private @Nullable Place last;

  KnownValue(Trail trail, KnownValueTests tests, Load load) {
    Family family = load.operand().type().family();
    this.trail = trail;
    this.tests = tests;
    this.range = new NumberRange(family, least(family, load), trail);
    if (family == Family.BOOL) {
      candidates = Set.of(0L, 1L);
    }
    if (isEventNumber(load)) {
      presence = Presence.PRESENT;
    }
  }

  private static boolean isEventNumber(Load load) {
    return load instanceof Load.Field field && field.ref().text().equals(EVENT_NUMBER);
  }

  private static long least(Family family, Load load) {
    if (isEventNumber(load)) {
      return 1;
    }
    return family == Family.SIGNED ? Long.MIN_VALUE : 0;
  }

  /** The check that narrowed it last, or null. */
  @Nullable Place last() {
    return last;
  }

  private void touch(Place place) {
    Place before = last;
    last = place;
    trail.changed(() -> last = before);
  }

  boolean require(boolean present, Place place) {
    Presence wanted = present ? Presence.PRESENT : Presence.ABSENT;
    if (presence != Presence.OPEN) {
      return presence == wanted;
    }
    presence = wanted;
    trail.changed(() -> presence = Presence.OPEN);
    touch(place);
    return !present || isPossible();
  }

  /** A check holds when the value is present and passes, fails when it is absent or does not. */
  boolean check(Test test, boolean holds, Place place) {
    if (holds && !require(true, place)) {
      return false;
    }
    if (presence == Presence.ABSENT) {
      return true;
    }
    ifPresent(test, holds);
    if (isPossible()) {
      touch(place);
      return true;
    }
    return require(false, place);
  }

  private void ifPresent(Test test, boolean passes) {
    if (test instanceof Test.Fails fails) {
      ifPresent(fails.test(), !passes);
    } else if (test instanceof Test.Passes all && isConjunction(all, passes)) {
      all.tests().forEach(t -> ifPresent(t, passes));
    } else {
      narrow(test, passes);
    }
  }

  private static boolean isConjunction(Test.Passes test, boolean passes) {
    return passes
        ? test.count() == Test.Passes.Count.ALL && !test.tests().isEmpty()
        : test.count() == Test.Passes.Count.ANY;
  }

  private void narrow(Test test, boolean passes) {
    Collection<?> values = listed(test);
    if (values != null && passes) {
      restrict(values);
    } else if (values != null) {
      exclude(values);
    }
    if (test instanceof Test.Number number) {
      range.narrow(number, passes);
    }
    Boolean before = outcomes.get(test);
    boolean refuted =
        before != null
            ? before != passes
            : test instanceof Test.Search search
                && outcomes.size() <= COMPARED
                && TextShapes.contradict(search, passes, outcomes);
    if (before == null) {
      outcomes.put(test, passes);
      trail.changed(() -> outcomes.remove(test));
    }
    if (refuted) {
      setCandidates(Set.of());
    } else {
      filter(test, passes);
    }
  }

  /** The values that pass a test when it lists them, else null. */
  private static @Nullable Collection<?> listed(Test test) {
    if (test instanceof Test.Equal equal) {
      return List.of(equal.value());
    }
    if (test instanceof Test.TextIn in) {
      return in.values();
    }
    if (test instanceof Test.NumberIn in) {
      return in.values();
    }
    boolean one =
        test instanceof Test.Number number
            && number.order() == Test.Order.EQ
            && number.family() != Family.DOUBLE;
    return one ? List.of(((Test.Number) test).value()) : null;
  }

  private void restrict(Collection<?> values) {
    if (candidates != null) {
      return;
    }
    Set<Object> left = new LinkedHashSet<>(values);
    left.removeAll(excluded);
    setCandidates(left);
    outcomes.forEach(this::filter);
  }

  private void exclude(Collection<?> values) {
    if (candidates == null) {
      List<Object> added = new ArrayList<>(values);
      added.removeIf(value -> !excluded.add(value));
      trail.changed(() -> added.forEach(excluded::remove));
    }
  }

  private void filter(Test test, boolean passes) {
    if (candidates == null) {
      return;
    }
    Set<Object> left = new LinkedHashSet<>();
    for (Object value : candidates) {
      Boolean result = tests.result(test, value);
      if (result == null || result == passes) {
        left.add(value);
      }
    }
    if (left.size() < candidates.size()) {
      setCandidates(left);
    }
  }

  private void setCandidates(Set<Object> left) {
    Set<Object> before = candidates;
    candidates = left;
    trail.changed(() -> candidates = before);
  }

  private boolean isPossible() {
    if (candidates == null) {
      return range.isPossible(excluded);
    }
    return candidates.stream().anyMatch(v -> v instanceof ByteSlice || range.contains((Long) v));
  }
}
