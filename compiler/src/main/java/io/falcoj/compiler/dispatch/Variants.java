package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Counter;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits the events that a rule is shown by what its checks of the event type say of them, so that
 * most of these checks are decided before any event comes.
 */
final class Variants {
  /** A rule that asks for the type in many ways is written once, with what it asks. */
  private static final int MOST_VARIANTS = 16;

  private Variants() {}

  /** The variants of a rule that some event can satisfy; no code is in two of them. */
  static List<Variant> of(int position, TypedRule rule) {
    Pred condition = rule.condition();
    List<EventTypeIs> checks = new ArrayList<>();
    collect(condition, checks);
    if (Counter.isReadBy(condition)) {
      // For which events it is asked can be noticed later: for all that Falco shows the rule.
      BitSet codes = (BitSet) rule.eventCodes().clone();
      codes.set(EventTypeIndex.ASYNC);
      return List.of(new Variant(position, condition, codes));
    }
    BitSet shown = EventTypeIndex.codes(rule);
    shown.set(EventTypeIndex.ASYNC);
    List<Variant> variants = new ArrayList<>();
    List<BitSet> parts = parts(shown, checks);
    for (BitSet codes : parts.size() > MOST_VARIANTS ? List.of(shown) : parts) {
      Pred folded = EventTypeIndex.fold(condition, codes);
      if (!folded.equals(Always.FALSE)) {
        variants.add(new Variant(position, folded, codes));
      }
    }
    return variants;
  }

  private static void collect(Pred pred, List<EventTypeIs> checks) {
    if (pred instanceof AllOf all) {
      all.operands().forEach(operand -> collect(operand, checks));
    } else if (pred instanceof AnyOf any) {
      any.operands().forEach(operand -> collect(operand, checks));
    } else if (pred instanceof Not not) {
      collect(not.operand(), checks);
    } else if (pred instanceof EventTypeIs check && !checks.contains(check)) {
      checks.add(check);
    }
  }

  /** The codes, those together of which the checks can say the same. */
  private static List<BitSet> parts(BitSet shown, List<EventTypeIs> checks) {
    List<BitSet> outcomes = new ArrayList<>();
    for (EventTypeIs check : checks) {
      outcomes.add(EventTypeIndex.canHold(check));
      outcomes.add(EventTypeIndex.canFail(check));
    }
    Map<BitSet, BitSet> parts = new LinkedHashMap<>();
    for (int code = shown.nextSetBit(0); code >= 0; code = shown.nextSetBit(code + 1)) {
      BitSet signature = new BitSet();
      for (int i = 0; i < outcomes.size(); i++) {
        signature.set(i, outcomes.get(i).get(code));
      }
      parts.computeIfAbsent(signature, s -> new BitSet()).set(code);
    }
    return List.copyOf(parts.values());
  }
}
