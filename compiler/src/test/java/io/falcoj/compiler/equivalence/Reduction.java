package io.falcoj.compiler.equivalence;

import io.falcoj.compiler.equivalence.Batch.Difference;
import io.falcoj.compiler.equivalence.Conditions.Rules;
import io.falcoj.runtime.bundle.BundleException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a difference small: one rule without macros, then fewer events, operands and items, as long
 * as the engines still differ.
 */
final class Reduction {
  /** Each try compiles a rule twice, which takes milliseconds. */
  private static final int MAX_TRIES = 2_000;

  /** Compares the engines. */
  interface Judge {
    List<Difference> differences(Rules rules, List<Integer> events) throws BundleException;
  }

  private final Judge judge;
  private Rules rules;
  private List<Integer> events;
  private Difference difference;
  private int tries;

  private Reduction(Judge judge, Rules rules, List<Integer> events, Difference difference) {
    this.judge = judge;
    this.rules = rules;
    this.events = events;
    this.difference = difference;
  }

  /** The small form of a difference as a conformance case. */
  static String of(Rules rules, List<Integer> events, Difference difference, Judge judge) {
    Reduction reduction = new Reduction(judge, rules, events, difference);
    try {
      reduction.reduce();
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    }
    return reduction.rules.conformanceCase(reduction.difference, reduction.events);
  }

  private void reduce() throws BundleException {
    int number = Integer.parseInt(difference.rule().rule().name().substring(1));
    String condition = rules.conditions().get(number);
    List<Integer> first = events.subList(0, difference.event() + 1);
    if (!accept(new Rules(rules.source(), rules.macros(), List.of(condition)), first)) {
      return;
    }
    String inlined = condition;
    for (int i = rules.macros().size() - 1; i >= 0; i--) {
      inlined =
          inlined.replaceAll("\\bm" + i + "\\b", Parts.quoted("(" + rules.macros().get(i) + ")"));
    }
    accept(new Rules(rules.source(), List.of(), List.of(inlined)), events);
    while (reduceEvents() | reduceCondition()) {
      // Less of one can make less of the other possible.
    }
  }

  private boolean reduceEvents() throws BundleException {
    boolean reduced = false;
    for (int size = events.size() / 2; size > 0; size /= 2) {
      for (int from = events.size() - 1 - size; from >= 0; from -= size) {
        List<Integer> fewer = new ArrayList<>(events);
        fewer.subList(from, Math.min(from + size, events.size() - 1)).clear();
        reduced |= accept(rules, fewer);
        from = Math.min(from, events.size() - 1);
      }
    }
    return reduced;
  }

  private boolean reduceCondition() throws BundleException {
    for (String smaller : Parts.smaller(rules.conditions().get(0))) {
      if (accept(new Rules(rules.source(), rules.macros(), List.of(smaller)), events)) {
        return true;
      }
    }
    return false;
  }

  /** Takes what is smaller when the engines differ on it too. */
  private boolean accept(Rules smaller, List<Integer> fewer) throws BundleException {
    if (++tries > MAX_TRIES) {
      return false;
    }
    List<Difference> found = judge.differences(smaller, fewer);
    if (found.isEmpty()) {
      return false;
    }
    rules = smaller;
    difference = found.get(0);
    events = List.copyOf(fewer.subList(0, difference.event() + 1));
    return true;
  }
}
