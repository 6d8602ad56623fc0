package io.falcoj.runtime.json;

import io.falcoj.runtime.json.JsonPaths.Step;
import io.falcoj.runtime.value.ByteScan;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps from one place in a document, by key: a hash table over the first eight bytes of keys,
 * read as one number.
 */
final class StepTable {
  static final StepTable EMPTY = new StepTable(List.of());

  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private final @Nullable Step[] steps;
  private final long[] heads;
  private final long[] tails;
  private final int drop;

  StepTable(List<Step> all) {
    // A quarter full at most, so that most keys that nobody looks at meet an empty place.
    int bits = Math.max(2, 34 - Integer.numberOfLeadingZeros(all.size()));
    this.steps = new Step[1 << bits];
    this.heads = new long[1 << bits];
    this.tails = new long[1 << bits];
    this.drop = Long.SIZE - bits;
    all.forEach(this::add);
  }

  private void add(Step step) {
    byte[] name = step.name();
    byte[] room = Arrays.copyOf(name, name.length + JsonScanner.SLACK);
    long head = ByteScan.head(room, 0, name.length);
    int at = place(head);
    while (steps[at] != null) {
      at = behind(at);
    }
    steps[at] = step;
    heads[at] = head;
    tails[at] = tail(room, 0, name.length);
  }

  private int place(long head) {
    return (int) (head * MIX >>> drop);
  }

  private int behind(int at) {
    return at + 1 & steps.length - 1;
  }

  /** The step of a key without escapes, or null. {@link JsonScanner#SLACK} applies. */
  @Nullable Step get(byte[] bytes, int start, int length) {
    long head = ByteScan.head(bytes, start, length);
    for (int at = place(head); ; at = behind(at)) {
      Step step = steps[at];
      if (step == null || heads[at] == head && isRest(at, bytes, start, length)) {
        return step;
      }
    }
  }

  /** Compares what the first eight bytes leave open. */
  private boolean isRest(int at, byte[] bytes, int start, int length) {
    byte[] name = steps[at].name();
    return name.length == length
        && tails[at] == tail(bytes, start, length)
        && (length <= 2 * Long.BYTES
            || Arrays.equals(name, 8, length, bytes, start + 8, start + length));
  }

  /** The last eight bytes of a longer key. */
  private static long tail(byte[] bytes, int start, int length) {
    return length > Long.BYTES ? ByteScan.head(bytes, start + length - 8, 8) : 0;
  }
}
