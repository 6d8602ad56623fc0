package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.facts.KnownValueTests;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Test;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of values of which all possible ones are known. */
final class Outcomes {
  /** A value that is not there. */
  static final Object ABSENT = new Object();

  /** A list without elements. */
  static final Object NO_ELEMENTS = new Object();

  private final KnownValueTests tests = new KnownValueTests();

  /** The outcome on a text or number; null when it is not known. */
  @Nullable Boolean result(Test test, Object value) {
    return tests.result(test, value);
  }

  /** What a check says when the value is one of these. */
  Bounds of(Check check, List<Object> values) {
    boolean holds = false;
    boolean fails = false;
    for (Object value : values) {
      Boolean result = value == ABSENT ? Boolean.FALSE : ofPresent(check, value);
      holds |= result == null || result;
      fails |= result == null || !result;
    }
    return new Bounds(Formula.of(holds), Formula.of(!fails));
  }

  private @Nullable Boolean ofPresent(Check check, Object value) {
    if (value == NO_ELEMENTS) {
      return check.over() == Check.Over.ALL;
    }
    return check.over() == Check.Over.ONE ? tests.result(check.test(), value) : null;
  }

  /** A check of a field that is 1 when the condition holds and else 0. */
  Bounds ofFlag(Check check, Formula condition) {
    Boolean ifSet = tests.result(check.test(), 1L);
    Boolean ifClear = tests.result(check.test(), 0L);
    if (ifSet == null || ifClear == null || check.over() != Check.Over.ONE) {
      return Bounds.UNKNOWN;
    }
    return Bounds.exactly(
        ifSet.equals(ifClear) ? Formula.of(ifSet) : ifSet ? condition : condition.not());
  }
}
