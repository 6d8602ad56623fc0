package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.dispatch.Split.Member;
import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds out which rules each text of a look-up leads to. */
final class KeyTable {
  /** Bytes of keys that are surely less than a dynamic constant holds. */
  private static final int MOST_BYTES = 2_000_000;

  /** The rules that look for a text as a whole, and as a prefix. */
  private record Entry(BitSet whole, BitSet prefix) {}

  /** A prefix of the text at hand, and the rules of it and of all shorter ones. */
  private record Prefix(ByteSlice text, BitSet rules) {}

  private final List<Member> members;
  private final TreeMap<ByteSlice, Entry> entries = new TreeMap<>();
  private final List<Key> keys = new ArrayList<>();
  private final Map<BitSet, Integer> sets = new LinkedHashMap<>();

  KeyTable(List<Member> members) {
    this.members = members;
    for (int i = 0; i < members.size(); i++) {
      TextKeys texts = Objects.requireNonNull(TextKeys.of(members.get(i).operand()));
      for (ByteSlice text : texts.whole()) {
        entry(text).whole.set(i);
      }
      for (ByteSlice text : texts.prefixes()) {
        entry(text).prefix.set(i);
      }
    }
    number();
  }

  private Entry entry(ByteSlice text) {
    return entries.computeIfAbsent(text, t -> new Entry(new BitSet(), new BitSet()));
  }

  /** True when the keys are too many for a constant. */
  boolean isTooLarge() {
    return keys.stream().mapToLong(key -> key.text().length() + 8L).sum() > MOST_BYTES;
  }

  /** How often rules stand in the sets beyond once. */
  int copies() {
    return sets.keySet().stream().mapToInt(BitSet::cardinality).sum() - members.size();
  }

  Decision.Among among(Load load, Function<List<Candidate>, List<Decision>> arrange) {
    List<List<Decision>> decisions = new ArrayList<>();
    for (BitSet set : sets.keySet()) {
      decisions.add(arrange.apply(set.stream().mapToObj(i -> members.get(i).rest()).toList()));
    }
    return new Decision.Among(load, keys, decisions);
  }

  /** Walks over the texts in order, where each prefix comes before what begins with it. */
  private void number() {
    Deque<Prefix> prefixes = new ArrayDeque<>();
    entries.forEach(
        (text, entry) -> {
          while (!prefixes.isEmpty() && !startsWith(text, prefixes.element().text)) {
            prefixes.pop();
          }
          BitSet rules = prefixes.isEmpty() ? new BitSet() : prefixes.element().rules;
          if (!entry.prefix.isEmpty()) {
            rules = union(rules, entry.prefix);
            prefixes.push(new Prefix(text, rules));
            keys.add(new Key(text, true, set(rules)));
          }
          if (!entry.whole.isEmpty()) {
            keys.add(new Key(text, false, set(union(rules, entry.whole))));
          }
        });
  }

  private int set(BitSet rules) {
    int next = sets.size();
    return sets.computeIfAbsent(rules, r -> next);
  }

  private static BitSet union(BitSet some, BitSet others) {
    BitSet all = (BitSet) some.clone();
    all.or(others);
    return all;
  }

  private static boolean startsWith(ByteSlice text, ByteSlice prefix) {
    return text.length() >= prefix.length()
        && ByteSlice.of(text.array(), text.offset(), prefix.length()).contentEquals(prefix);
  }
}
