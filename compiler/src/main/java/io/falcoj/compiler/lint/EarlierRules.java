package io.falcoj.compiler.lint;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
  /** Compared with at most so many: the first ones. */
  private static final int MOST = 300;

  private final Map<Load, List<Earlier>> byLoad = new HashMap<>();
  private final Map<Load, Map<Object, List<Earlier>>> byValue = new HashMap<>();
  private final List<Earlier> others = new ArrayList<>();

  /** One rule, told from others by identity: to compare whole conditions costs much. */
  private static final class Earlier {
    final TypedRule rule;

    Earlier(TypedRule rule) {
      this.rule = rule;
    }
  }

  void add(TypedRule typed) {
    Earlier rule = new Earlier(typed);
    Check best = null;
    int fewest = Integer.MAX_VALUE;
    for (Pred conjunct : conjuncts(typed.condition(), new ArrayList<>())) {
      if (conjunct instanceof Check check) {
        Collection<?> values = values(check.test());
        int size = values == null ? Integer.MAX_VALUE - 1 : values.size();
        if (size < fewest) {
          fewest = size;
          best = check;
        }
      }
    }
    if (best == null) {
      others.add(rule);
      return;
    }
    Collection<?> values = values(best.test());
    if (values == null) {
      byLoad.computeIfAbsent(best.load(), l -> new ArrayList<>()).add(rule);
      return;
    }
    Map<Object, List<Earlier>> known = byValue.computeIfAbsent(best.load(), l -> new HashMap<>());
    values.forEach(v -> known.computeIfAbsent(v, k -> new ArrayList<>()).add(rule));
  }

  /** Earlier rules that the given one could imply, in their order as far as they are comparable. */
  List<TypedRule> thatCouldHoldWith(TypedRule rule) {
    Set<Earlier> found = new LinkedHashSet<>();
    take(others, found);
    Map<Load, Collection<?>> listed = new HashMap<>();
    for (Pred conjunct : conjuncts(rule.condition(), new ArrayList<>())) {
      if (conjunct instanceof Check check && values(check.test()) != null) {
        listed.put(check.load(), values(check.test()));
      }
    }
    for (Load load : loads(rule.condition(), new LinkedHashSet<>())) {
      take(byLoad.getOrDefault(load, List.of()), found);
      Map<Object, List<Earlier>> known = byValue.getOrDefault(load, Map.of());
      Collection<?> own = listed.get(load);
      if (own == null) {
        known.values().forEach(rules -> take(rules, found));
      } else if (!own.isEmpty()) {
        take(known.getOrDefault(own.iterator().next(), List.of()), found);
      }
    }
    return found.stream().map(earlier -> earlier.rule).toList();
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
}
