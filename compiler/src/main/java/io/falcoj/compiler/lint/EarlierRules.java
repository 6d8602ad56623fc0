package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules by one check that they make, so that a rule need not be compared with all others: a rule
 * that implies another must say something of the value which that one checks.
 */
final class EarlierRules {
  /** Compared with at most so many. */
  private static final int MOST = 100;

  private final Map<Load, List<Earlier>> byLoad = new HashMap<>();
  private final Map<Load, Map<Object, List<Earlier>>> byValue = new HashMap<>();
  private final Map<Load, Map<ByteSlice, List<Earlier>>> byStart = new HashMap<>();
  private final List<Earlier> others = new ArrayList<>();
  private int size;

  /** One rule, told from others by identity: to compare whole conditions costs much. */
  private static final class Earlier {
    final TypedRule rule;
    final int order;

    Earlier(TypedRule rule, int order) {
      this.rule = rule;
      this.order = order;
    }
  }

  void add(TypedRule typed) {
    Earlier rule = new Earlier(typed, size++);
    Check best = null;
    int fewest = Integer.MAX_VALUE;
    for (Pred conjunct : conjuncts(typed.condition(), new ArrayList<>())) {
      if (conjunct instanceof Check check) {
        int size = breadth(check.test());
        if (size < fewest) {
          fewest = size;
          best = check;
        }
      }
    }
    if (best == null) {
      others.add(rule);
    } else {
      add(rule, best.load(), best.test());
    }
  }

  private void add(Earlier rule, Load load, Test test) {
    Collection<?> values = values(test);
    ByteSlice start = start(test);
    if (values != null) {
      Map<Object, List<Earlier>> known = byValue.computeIfAbsent(load, l -> new HashMap<>());
      values.forEach(v -> known.computeIfAbsent(v, k -> new ArrayList<>()).add(rule));
    } else if (start != null) {
      byStart
          .computeIfAbsent(load, l -> new HashMap<>())
          .computeIfAbsent(start, k -> new ArrayList<>())
          .add(rule);
    } else {
      byLoad.computeIfAbsent(load, l -> new ArrayList<>()).add(rule);
    }
  }

  /**
   * Earlier rules that the given one could imply, in their order: those that check what it requires
   * of a value, before those of which less is known.
   */
  List<TypedRule> thatCouldHoldWith(TypedRule rule) {
    Set<Earlier> found = new LinkedHashSet<>();
    Set<Load> withValue = new HashSet<>();
    Set<Load> withStart = new HashSet<>();
    for (Pred conjunct : conjuncts(rule.condition(), new ArrayList<>())) {
      if (conjunct instanceof Check check) {
        takeExact(check, withValue, withStart, found);
      }
    }
    Set<Load> loads = loads(rule.condition(), new LinkedHashSet<>());
    for (Load load : loads) {
      if (!withValue.contains(load)) {
        byValue.getOrDefault(load, Map.of()).values().forEach(rules -> take(rules, found));
      }
      if (!withStart.contains(load)) {
        byStart.getOrDefault(load, Map.of()).values().forEach(rules -> take(rules, found));
      }
    }
    loads.forEach(load -> take(byLoad.getOrDefault(load, List.of()), found));
    take(others, found);
    return found.stream()
        .sorted(Comparator.comparingInt(earlier -> earlier.order))
        .map(earlier -> earlier.rule)
        .toList();
  }

  /** Takes the rules that allow a value which the check allows, or what its values begin with. */
  private void takeExact(
      Check check, Set<Load> withValue, Set<Load> withStart, Set<Earlier> found) {
    Load load = check.load();
    Collection<?> listed = values(check.test());
    Object value = listed == null || listed.isEmpty() ? null : listed.iterator().next();
    if (value != null) {
      withValue.add(load);
      take(byValue.getOrDefault(load, Map.of()).getOrDefault(value, List.of()), found);
    }
    ByteSlice start = value instanceof ByteSlice text ? text : start(check.test());
    if (start != null) {
      withStart.add(load);
      takeStarts(byStart.getOrDefault(load, Map.of()), start, found);
    }
  }

  private static void takeStarts(
      Map<ByteSlice, List<Earlier>> known, ByteSlice text, Set<Earlier> found) {
    for (int length = 0; !known.isEmpty() && length <= text.length(); length++) {
      ByteSlice start = ByteSlice.of(text.array(), text.offset(), length);
      take(known.getOrDefault(start, List.of()), found);
    }
  }

  private static void take(List<Earlier> rules, Set<Earlier> found) {
    for (Earlier rule : rules) {
      if (found.size() >= MOST) {
        return;
      }
      found.add(rule);
    }
  }

  private static List<Pred> conjuncts(Pred pred, List<Pred> found) {
    if (pred instanceof AllOf all) {
      all.operands().forEach(p -> conjuncts(p, found));
    } else {
      found.add(pred);
    }
    return found;
  }

  private static Set<Load> loads(Pred pred, Set<Load> found) {
    if (pred instanceof AllOf all) {
      all.operands().forEach(p -> loads(p, found));
    } else if (pred instanceof AnyOf any) {
      any.operands().forEach(p -> loads(p, found));
    } else if (pred instanceof Not not) {
      loads(not.operand(), found);
    } else if (pred instanceof Check check) {
      found.add(check.load());
    }
    return found;
  }

  /** The values that a test lists, or null. */
  private static @Nullable Collection<?> values(Test test) {
    if (test instanceof Test.Equal equal) {
      return List.of(equal.value());
    }
    if (test instanceof Test.TextIn in) {
      return in.values();
    }
    return test instanceof Test.NumberIn in ? in.values() : null;
  }

  /** The text that a value must begin with, or null. */
  private static @Nullable ByteSlice start(Test test) {
    return test instanceof Test.Search search && search.part() == Test.Part.STARTSWITH
        ? search.value()
        : null;
  }

  /** How many values pass, roughly: the fewer, the better a test tells rules apart. */
  private static int breadth(Test test) {
    Collection<?> values = values(test);
    if (values != null) {
      return values.size();
    }
    return Integer.MAX_VALUE - (start(test) != null ? 2 : 1);
  }
}
