package io.falcoj.compiler.interp;

import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Order;
import io.falcoj.compiler.ir.Test.Part;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.ops.GlobOps;
import io.falcoj.runtime.ops.ListOps;
import io.falcoj.runtime.ops.NetOps;
import io.falcoj.runtime.ops.NumberOps;
import io.falcoj.runtime.ops.Regex;
import io.falcoj.runtime.ops.StringOps;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.PathPrefixTrie;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tests single values. Membership is asked of one constant after the other: the sets that generated
 * code uses are thereby checked.
 */
final class TestRunner {
  private final LoadReader loads;
  private final Map<Test, Regex> expressions = new IdentityHashMap<>();
  private final Map<Test, PathPrefixTrie> paths = new IdentityHashMap<>();

  TestRunner(LoadReader loads) {
    this.loads = loads;
  }

  boolean passes(Test test, LoadedValue value, MatchContext ctx) {
    if (test instanceof Test.Number number) {
      return ordered(number.order(), number.family(), value.number(), number.value());
    }
    if (test instanceof Test.NumberIn in) {
      return in.values().stream().anyMatch(v -> v == value.number());
    }
    if (test instanceof Test.Around around) {
      return NumberOps.around(value.number(), around.time(), around.delta());
    }
    if (test instanceof Test.Fails fails) {
      return !passes(fails.test(), value, ctx);
    }
    if (test instanceof Test.Passes several) {
      return counted(several, value, ctx);
    }
    if (test instanceof Test.NumberAgainst against) {
      LoadedValue right = loads.read(against.right(), ctx);
      return right != null
          && ordered(against.order(), against.family(), value.number(), right.number());
    }
    if (test instanceof Test.InField in) {
      return among(in, value, loads.read(in.right(), ctx));
    }
    return text(test, value.asText(), ctx);
  }

  private boolean text(Test test, ByteSlice value, MatchContext ctx) {
    if (test instanceof Test.Equal equal) {
      return StringOps.equal(value, equal.value());
    }
    if (test instanceof Test.TextOrder order) {
      return holds(order.order(), StringOps.compare(value, order.value()));
    }
    if (test instanceof Test.TextIn in) {
      return in.values().stream().anyMatch(v -> StringOps.equal(value, v));
    }
    if (test instanceof Test.Search search) {
      return found(search.part(), value, search.value());
    }
    if (test instanceof Test.Glob glob) {
      return GlobOps.matches(value, glob.pattern(), glob.ignoreCase());
    }
    if (test instanceof Test.Regex regex) {
      return expressions
          .computeIfAbsent(regex, r -> Regex.of(regex.expression().toString()))
          .matches(value);
    }
    if (test instanceof Test.BelowPath below) {
      return paths.computeIfAbsent(below, b -> new PathPrefixTrie(below.paths())).matches(value);
    }
    if (test instanceof Test.InNetworks in) {
      return in.networks().stream().anyMatch(net -> NetOps.in(value, net));
    }
    return against(test, value, ctx);
  }

  private boolean against(Test test, ByteSlice value, MatchContext ctx) {
    if (test instanceof Test.TextAgainst other) {
      ByteSlice right = right(other.right(), ctx);
      return right != null && holds(other.order(), StringOps.compare(value, right));
    }
    if (test instanceof Test.SearchAgainst other) {
      ByteSlice right = right(other.right(), ctx);
      return right != null && found(other.part(), value, right);
    }
    if (test instanceof Test.GlobAgainst other) {
      ByteSlice right = right(other.right(), ctx);
      return right != null && GlobOps.matches(value, right, other.ignoreCase());
    }
    throw new IllegalArgumentException("no test of a text: " + test);
  }

  private @Nullable ByteSlice right(Load load, MatchContext ctx) {
    LoadedValue value = loads.read(load, ctx);
    return value == null ? null : value.asText();
  }

  private static boolean among(Test.InField in, LoadedValue value, @Nullable LoadedValue right) {
    if (right == null) {
      return false;
    }
    if (right.list() != null) {
      return in.numeric()
          ? ListOps.contains(right.list(), value.number())
          : ListOps.contains(right.list(), value.asText());
    }
    return in.numeric()
        ? value.number() == right.number()
        : StringOps.equal(value.asText(), right.asText());
  }

  private boolean counted(Test.Passes several, LoadedValue value, MatchContext ctx) {
    long passed = several.tests().stream().filter(t -> passes(t, value, ctx)).count();
    return switch (several.count()) {
      case ONE -> passed == 1;
      case ANY -> passed > 0;
      case ALL -> passed > 0 && passed == several.tests().size();
    };
  }

  private static boolean found(Part part, ByteSlice value, ByteSlice wanted) {
    return switch (part) {
      case CONTAINS -> StringOps.contains(value, wanted);
      case ICONTAINS -> GlobOps.containsAnyCase(value, wanted);
      case STARTSWITH -> StringOps.startsWith(value, wanted);
      case ENDSWITH -> StringOps.endsWith(value, wanted);
    };
  }

  private static boolean ordered(Order order, Family family, long left, long right) {
    return switch (family) {
      case DOUBLE -> NumberOps.compareDouble(left, right, order.ordinal());
      case UNSIGNED -> holds(order, NumberOps.compareUnsigned(left, right));
      default -> holds(order, Long.compare(left, right));
    };
  }

  private static boolean holds(Order order, int comparison) {
    return switch (order) {
      case EQ -> comparison == 0;
      case NE -> comparison != 0;
      case LT -> comparison < 0;
      case LE -> comparison <= 0;
      case GT -> comparison > 0;
      case GE -> comparison >= 0;
    };
  }
}
