package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.ir.Counter;
import io.falcoj.compiler.ir.Pred;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of one source to decisions. */
public final class Dispatcher {
  /**
   * A rule is arranged anew for each of its groups of events up to this number; beyond, it shares a
   * block with the rules of the same events, so that code grows with the rules and not with rules
   * times event types.
   */
  private static final int MOST_ARRANGEMENTS = 8;

  private final List<Variant> variants = new ArrayList<>();
  private final List<List<Decision>> blocks = new ArrayList<>();
  private final Map<BitSet, Integer> blockNumbers = new LinkedHashMap<>();
  private final boolean ordered;

  private Dispatcher(boolean ordered) {
    this.ordered = ordered;
  }

  /**
   * Plans the way from an event to the rules that hold.
   *
   * @param rules of one source, in load order
   * @param hasEventCodes true when events have codes that rules can be chosen by
   */
  public static Dispatch dispatch(List<TypedRule> rules, boolean hasEventCodes) {
    boolean ordered = rules.stream().anyMatch(rule -> Counter.isReadBy(rule.condition()));
    return new Dispatcher(ordered).plan(rules, hasEventCodes);
  }

  private Dispatch plan(List<TypedRule> rules, boolean hasEventCodes) {
    Canonical canonical = new Canonical();
    for (int i = 0; i < rules.size(); i++) {
      if (hasEventCodes) {
        for (Variant variant : Variants.of(i, rules.get(i))) {
          Pred condition = canonical.of(variant.condition());
          variants.add(new Variant(i, condition, variant.codes()));
        }
      } else {
        variants.add(new Variant(i, canonical.of(rules.get(i).condition()), new BitSet()));
      }
    }
    return hasEventCodes ? byCode() : forAll();
  }

  private Dispatch forAll() {
    BitSet all = new BitSet();
    all.set(0, variants.size());
    int block = block(all);
    return new Dispatch(blocks, List.of(List.of(block)), List.of(), ordered);
  }

  private Dispatch byCode() {
    Map<BitSet, Integer> numbers = new LinkedHashMap<>();
    List<Integer> groupOfCode = new ArrayList<>();
    for (BitSet shown : variantsByCode()) {
      int next = numbers.size();
      groupOfCode.add(shown.isEmpty() ? -1 : numbers.computeIfAbsent(shown, s -> next));
    }
    List<BitSet> groups = new ArrayList<>(numbers.keySet());
    List<List<Integer>> rows = ordered ? whole(groups) : arranged(groups);
    return new Dispatch(blocks, rows, groupOfCode, ordered);
  }

  private List<BitSet> variantsByCode() {
    List<BitSet> shown = new ArrayList<>();
    for (int code = 0; code < EventTypeIndex.SIZE; code++) {
      shown.add(new BitSet());
    }
    for (int v = 0; v < variants.size(); v++) {
      int variant = v;
      variants.get(v).codes().stream().forEach(code -> shown.get(code).set(variant));
    }
    return shown;
  }

  private List<List<Integer>> whole(List<BitSet> groups) {
    return groups.stream().map(group -> List.of(block(group))).toList();
  }

  /** A block for the rules of few groups, and one for each set of rules that share many groups. */
  private List<List<Integer>> arranged(List<BitSet> groups) {
    Map<BitSet, BitSet> wide = new LinkedHashMap<>();
    BitSet allWide = new BitSet();
    for (int v = 0; v < variants.size(); v++) {
      BitSet member = new BitSet();
      for (int g = 0; g < groups.size(); g++) {
        member.set(g, groups.get(g).get(v));
      }
      if (member.cardinality() > MOST_ARRANGEMENTS) {
        wide.computeIfAbsent(member, m -> new BitSet()).set(v);
        allWide.set(v);
      }
    }
    List<List<Integer>> rows = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<Integer> row = new ArrayList<>();
      BitSet narrow = (BitSet) groups.get(g).clone();
      narrow.andNot(allWide);
      if (!narrow.isEmpty()) {
        row.add(block(narrow));
      }
      for (Map.Entry<BitSet, BitSet> shared : wide.entrySet()) {
        if (shared.getKey().get(g)) {
          row.add(block(shared.getValue()));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  /** The number of the block that runs those variants. */
  private int block(BitSet members) {
    Integer known = blockNumbers.get(members);
    if (known != null) {
      return known;
    }
    List<Decision> block = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    for (int v = members.nextSetBit(0); v >= 0; v = members.nextSetBit(v + 1)) {
      Variant variant = variants.get(v);
      block.add(new Decision.Run(variant.rule(), variant.condition()));
      candidates.add(Candidate.of(variant.rule(), variant.condition()));
    }
    blocks.add(ordered ? block : Arrangement.of(candidates));
    blockNumbers.put(members, blocks.size() - 1);
    return blocks.size() - 1;
  }
}
