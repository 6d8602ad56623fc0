package io.falcoj.runtime.json;

import io.falcoj.runtime.json.JsonPaths.Step;
import io.falcoj.runtime.value.ByteSlice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the index of a document while a scanner walks over its text. Places are window indexes
 * plus {@link JsonScanner#shift}, so that they stay true when the window slides.
 */
final class IndexTape {
  /** What a scanner is to do with the value behind a key. */
  enum Wish {
    /** Read it and tell it. */
    TOLD,
    /** Read it; nobody looks at it. */
    SKIPPED,
    /** Stop before it if it is an array, else skip it. */
    STOP
  }

  static final int START = 0;
  static final int END = 1;
  static final int KEY_START = 2;
  static final int KEY_END = 3;

  /** Number of the node behind one and all that it holds. */
  private static final int BEHIND = 4;

  private static final int WIDTH = 5;

  /** Kind of each node. */
  byte[] kinds = new byte[256];

  int count;

  private final int[] open;
  private final @Nullable Step[] steps;
  private int[] places = new int[256 * WIDTH];
  private int[] slots = new int[0];

  /** By number of a step, in which document it was met last. */
  private long[] met = new long[0];

  private long document;
  private int shift;
  private int depth;
  private int arrays;
  private int keyStart;
  private int keyEnd;
  private boolean dropped;

  /** Where the next value stands: elements of an array are looked at as the array is. */
  private @Nullable Step step;

  private @Nullable ByteSlice stop;

  IndexTape(int maxDepth) {
    this.open = new int[maxDepth + 1];
    this.steps = new Step[maxDepth + 1];
  }

  void clear() {
    count = 0;
  }

  /** Begins a document; null means everything. */
  void begin(@Nullable JsonPaths wanted, @Nullable ByteSlice stopKey) {
    count = 0;
    depth = 0;
    arrays = 0;
    shift = 0;
    keyStart = 0;
    keyEnd = -1;
    dropped = false;
    stop = stopKey;
    document++;
    step = wanted == null ? Step.EVERYTHING : wanted.root();
    if (wanted != null) {
      if (slots.length < wanted.bound()) {
        slots = new int[wanted.bound()];
      }
      if (met.length < wanted.steps()) {
        met = new long[wanted.steps()];
      }
      Arrays.fill(slots, JsonDocument.NONE);
    }
  }

  /** Forgets what was found: the window no longer holds it. */
  void drop() {
    dropped = true;
    count = 0;
    Arrays.fill(slots, JsonDocument.NONE);
  }

  /** The document was read; the window has slid by this much. */
  void end(int newShift) {
    shift = newShift;
  }

  int slot(int path) {
    return slots[path];
  }

  int place(int node, int what) {
    return places[node * WIDTH + what] - shift;
  }

  int behind(int node) {
    return places[node * WIDTH + BEHIND];
  }

  /**
   * A key's characters between the quotes, still escaped; its value follows.
   *
   * @param start window index
   * @param end window index
   */
  Wish key(byte[] window, int start, int end, int windowShift) {
    Step parent = depth == 0 ? null : steps[depth - 1];
    if (dropped || parent == null) {
      return Wish.SKIPPED;
    }
    ByteSlice stopAt = stop;
    if (stopAt != null && depth == 1 && JsonText.equal(window, start, end, stopAt)) {
      return Wish.STOP;
    }
    Step next = parent.at(window, start, end);
    if (next == null || isRepeated(next)) {
      return Wish.SKIPPED;
    }
    step = next;
    keyStart = start + windowShift;
    keyEnd = end + windowShift;
    return Wish.TOLD;
  }

  /** True for the second of equal keys: a path leads to the first. */
  private boolean isRepeated(Step next) {
    int number = next.number();
    if (number < 0 || arrays > 0) {
      return false;
    }
    if (met[number] == document) {
      return true;
    }
    met[number] = document;
    return false;
  }

  /**
   * A container begins.
   *
   * @return false when nobody looks at what is in it: only its end is to be told then
   */
  boolean open(JsonKind kind, int start) {
    open[depth] = add(kind, start);
    steps[depth] = step;
    depth++;
    arrays += kind == JsonKind.ARRAY ? 1 : 0;
    return !dropped && step != null && step.goesOn();
  }

  /** The container opened last ends before {@code end}. */
  void close(int end) {
    depth--;
    step = depth > 0 ? steps[depth - 1] : null;
    if (dropped) {
      return;
    }
    int node = open[depth];
    arrays -= kinds[node] == JsonKind.ARRAY.ordinal() ? 1 : 0;
    end(node, end);
  }

  /** A value without parts; a string's extent includes its quotes. */
  void scalar(JsonKind kind, int start, int end) {
    if (!dropped) {
      end(add(kind, start), end);
    }
  }

  private void end(int node, int end) {
    places[node * WIDTH + END] = end;
    places[node * WIDTH + BEHIND] = count;
  }

  private int add(JsonKind kind, int start) {
    if (dropped) {
      return 0;
    }
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      places = Arrays.copyOf(places, count * 2 * WIDTH);
    }
    int node = count++;
    kinds[node] = (byte) kind.ordinal();
    int at = node * WIDTH;
    places[at + START] = start;
    places[at + KEY_START] = keyStart;
    places[at + KEY_END] = keyEnd;
    if (step != null && arrays == 0) {
      for (int slot : step.slots()) {
        slots[slot] = node;
      }
    }
    return node;
  }
}
