package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.ops.GlobOps;
import io.falcoj.runtime.ops.NumberOps;
import io.falcoj.runtime.ops.Regex;
import io.falcoj.runtime.ops.StringOps;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.PathPrefixTrie;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome of tests on values that are known: {@link ByteSlice} or {@link Long}. */
public final class KnownValueTests {
  private final Map<Test, Regex> expressions = new HashMap<>();
  private final Map<Test, PathPrefixTrie> paths = new HashMap<>();

  /** Null when the test does not depend on the value alone. */
  public @Nullable Boolean result(Test test, Object value) {
    if (test instanceof Test.Fails fails) {
      Boolean result = result(fails.test(), value);
      return result == null ? null : Boolean.valueOf(!result);
    }
    return value instanceof Long number ? ofNumber(test, number) : ofText(test, (ByteSlice) value);
  }

  private static @Nullable Boolean ofNumber(Test test, long value) {
    if (test instanceof Test.NumberIn in) {
      return Collections.binarySearch(in.values(), value) >= 0;
    }
    if (test instanceof Test.Number number && number.family() != Family.DOUBLE) {
      return holds(number.order(), compare(number.family(), value, number.value()));
    }
    return null;
  }

  /** Order of two numbers of a family that is not {@link Family#DOUBLE}. */
  static int compare(Family family, long left, long right) {
    return family == Family.SIGNED
        ? Long.compare(left, right)
        : NumberOps.compareUnsigned(left, right);
  }

  private static boolean holds(Test.Order order, int compared) {
    return switch (order) {
      case EQ -> compared == 0;
      case NE -> compared != 0;
      case LT -> compared < 0;
      case LE -> compared <= 0;
      case GT -> compared > 0;
      case GE -> compared >= 0;
    };
  }

  private @Nullable Boolean ofText(Test test, ByteSlice value) {
    if (test instanceof Test.Equal equal) {
      return StringOps.equal(value, equal.value());
    }
    if (test instanceof Test.TextIn in) {
      return Collections.binarySearch(in.values(), value) >= 0;
    }
    if (test instanceof Test.TextOrder order) {
      return holds(order.order(), StringOps.compare(value, order.value()));
    }
    if (test instanceof Test.Search search) {
      return search(search.part(), value, search.value());
    }
    if (test instanceof Test.Glob glob) {
      return GlobOps.matches(value, glob.pattern(), glob.ignoreCase());
    }
    if (test instanceof Test.Regex regex) {
      return expressions
          .computeIfAbsent(test, t -> Regex.of(regex.expression().toString()))
          .matches(value);
    }
    if (test instanceof Test.BelowPath below) {
      return paths.computeIfAbsent(test, t -> new PathPrefixTrie(below.paths())).matches(value);
    }
    return test instanceof Test.Passes passes ? counted(passes, value) : null;
  }

  static boolean search(Test.Part part, ByteSlice value, ByteSlice wanted) {
    return switch (part) {
      case CONTAINS -> StringOps.contains(value, wanted);
      case ICONTAINS -> StringOps.containsIgnoreCase(value, wanted);
      case STARTSWITH -> StringOps.startsWith(value, wanted);
      case ENDSWITH -> StringOps.endsWith(value, wanted);
    };
  }

  private @Nullable Boolean counted(Test.Passes passes, ByteSlice value) {
    List<Test> tests = passes.tests();
    int passed = 0;
    for (Test test : tests) {
      Boolean result = result(test, value);
      if (result == null) {
        return null;
      }
      passed += result ? 1 : 0;
    }
    return switch (passes.count()) {
      case ONE -> passed == 1;
      case ANY -> passed > 0;
      case ALL -> passed == tests.size() && passed > 0;
    };
  }
}
