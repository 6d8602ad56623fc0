package io.falcoj.probe.schema;

import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sets of a plan's filters as keys of the kernel's maps.
 *
 * <pre>
 * text     set u32 | bytes, padded to 64
 * prefix   bits of what follows u32 | set u32 | bytes, padded to 64
 * </pre>
 */
final class FilterSets {
  private static final int SET_BYTES = Integer.BYTES + Filter.MAX_TEXT;

  private final List<byte[]> texts = new ArrayList<>();
  private final List<byte[]> prefixes = new ArrayList<>();
  private final Map<Object, Integer> known = new HashMap<>();
  private int next;

  /**
   * @param first number of the first set; the sets of a plan that is still in use have others
   */
  FilterSets(int first) {
    next = first;
  }

  int ofNumbers(List<Long> values) {
    return known.computeIfAbsent(
        values,
        v -> {
          int set = next++;
          values.forEach(value -> texts.add(key(set).putLong(value).array()));
          return set;
        });
  }

  int ofTexts(List<ByteSlice> values) {
    return known.computeIfAbsent(
        List.of("texts", values),
        v -> {
          int set = next++;
          values.forEach(value -> texts.add(key(set).put(value.toBytes()).array()));
          return set;
        });
  }

  int ofPrefixes(List<ByteSlice> values) {
    return known.computeIfAbsent(
        List.of("prefixes", values),
        v -> {
          int set = next++;
          values.forEach(value -> prefixes.add(prefix(set, value)));
          return set;
        });
  }

  /** Of ends of texts, as prefixes of texts read backwards. */
  int ofEnds(List<ByteSlice> values) {
    return known.computeIfAbsent(
        List.of("ends", values),
        v -> {
          int set = next++;
          values.forEach(value -> prefixes.add(prefix(set, backwards(value))));
          return set;
        });
  }

  private static ByteSlice backwards(ByteSlice value) {
    byte[] bytes = new byte[value.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = value.at(bytes.length - 1 - i);
    }
    return ByteSlice.of(bytes);
  }

  private static ByteBuffer key(int set) {
    return ByteBuffer.allocate(SET_BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(set);
  }

  private static byte[] prefix(int set, ByteSlice value) {
    return ByteBuffer.allocate(Integer.BYTES + SET_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(Byte.SIZE * (Integer.BYTES + value.length()))
        .putInt(set)
        .put(value.toBytes())
        .array();
  }

  List<byte[]> texts() {
    return texts;
  }

  List<byte[]> prefixes() {
    return prefixes;
  }
}
