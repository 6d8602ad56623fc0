package io.falcoj.compiler.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one field that changes by being read: what reads it twice is not equal, and what reads
 * it can be noticed later.
 */
public final class Counter {
  private static final String FIELD = "util.cnt";

  private Counter() {}

  /** Whether evaluating the predicate can read the field. */
  public static boolean isReadBy(Pred pred) {
    if (pred instanceof AllOf all) {
      return all.operands().stream().anyMatch(Counter::isReadBy);
    }
    if (pred instanceof AnyOf any) {
      return any.operands().stream().anyMatch(Counter::isReadBy);
    }
    if (pred instanceof Not not) {
      return isReadBy(not.operand());
    }
    if (pred instanceof Check check) {
      return isReadBy(check.load()) || isReadBy(check.test());
    }
    return pred instanceof Exists exists && isReadBy(exists.load());
  }

  private static boolean isReadBy(Load load) {
    if (load instanceof Load.Field field) {
      return field.ref().def().name().equals(FIELD);
    }
    if (load instanceof Load.Printed printed) {
      return isReadBy(printed.number());
    }
    List<Load> parts =
        load instanceof Load.Call call
            ? call.arguments()
            : load instanceof Load.Items items ? items.items() : List.of();
    return parts.stream().anyMatch(Counter::isReadBy);
  }

  private static boolean isReadBy(Test test) {
    if (test instanceof Test.Fails fails) {
      return isReadBy(fails.test());
    }
    if (test instanceof Test.Passes passes) {
      return passes.tests().stream().anyMatch(Counter::isReadBy);
    }
    Load right = right(test);
    return right != null && isReadBy(right);
  }

  private static @Nullable Load right(Test test) {
    if (test instanceof Test.NumberAgainst against) {
      return against.right();
    }
    if (test instanceof Test.TextAgainst against) {
      return against.right();
    }
    if (test instanceof Test.SearchAgainst against) {
      return against.right();
    }
    if (test instanceof Test.GlobAgainst against) {
      return against.right();
    }
    return test instanceof Test.InField in ? in.right() : null;
  }
}
