package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Order;
import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test.EqualTo;
import io.falcoj.runtime.pushdown.Test.InNumbers;
import io.falcoj.runtime.pushdown.Test.LessThan;
import io.falcoj.runtime.schema.FieldType.Family;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests of numbers as questions. */
final class NumberAtoms {
  static final Formula FAILED = Formula.atom(Source.RETURN, new LessThan(0));

  private NumberAtoms() {}

  /** The same test, or null when it cannot be asked. */
  static @Nullable Formula of(Source source, Test test) {
    if (test instanceof Test.Fails fails) {
      Formula formula = of(source, fails.test());
      return formula == null ? null : formula.not();
    }
    if (test instanceof Test.NumberIn in) {
      return among(source, in.values());
    }
    return test instanceof Test.Number number && number.family() != Family.DOUBLE
        ? compared(source, number)
        : null;
  }

  /** One of the values; null when there are too many. */
  static @Nullable Formula among(Source source, List<Long> values) {
    if (values.isEmpty()) {
      return Formula.FALSE;
    }
    return values.size() > Filter.MAX_SET
        ? null
        : values.size() == 1
            ? Formula.atom(source, new EqualTo(values.get(0)))
            : Formula.atom(source, new InNumbers(values));
  }

  private static @Nullable Formula compared(Source source, Test.Number test) {
    long value = test.value();
    boolean equality = test.order() == Order.EQ || test.order() == Order.NE;
    if (!equality && (value == Long.MAX_VALUE || (test.family() != Family.SIGNED && value < 0))) {
      return null;
    }
    Formula equal = Formula.atom(source, new EqualTo(value));
    return switch (test.order()) {
      case EQ -> equal;
      case NE -> equal.not();
      case LT -> Formula.atom(source, new LessThan(value));
      case LE -> Formula.atom(source, new LessThan(value + 1));
      case GT -> Formula.atom(source, new LessThan(value + 1)).not();
      case GE -> Formula.atom(source, new LessThan(value)).not();
    };
  }
}
