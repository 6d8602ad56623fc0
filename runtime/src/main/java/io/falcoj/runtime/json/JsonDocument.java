package io.falcoj.runtime.json;

import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.util.Arrays;

/**
 * An index over the bytes of one JSON text, reused from text to text. Nodes are numbered in the
 * order in which they stand; 0 is the whole. Of equal keys in an object the first counts.
 */
public final class JsonDocument {
  /** The node that is not there; every lookup in it gives it again. */
  public static final int NONE = -1;

  private static final JsonKind[] KINDS = JsonKind.values();

  private final JsonScanner scanner;
  private final Tape tape = new Tape();
  private final int[] open;
  private byte[] bytes = new byte[0];
  private byte[] kinds = new byte[256];

  /** Per node: start, end, key start, key end, node behind it and all that it holds. */
  private int[] places = new int[256 * 5];

  private int count;

  /**
   * @param maxDepth objects and arrays that may be open at once
   */
  public JsonDocument(int maxDepth) {
    this.scanner = JsonScanner.over(maxDepth);
    this.open = new int[maxDepth + 1];
  }

  /**
   * Indexes a text; the bytes are not copied.
   *
   * @throws JsonException when it is not one JSON value, or nested too deeply; the index is then
   *     empty
   */
  public void read(byte[] text, int offset, int length) throws JsonException {
    bytes = text;
    count = 0;
    tape.depth = 0;
    tape.keyStart = 0;
    tape.keyEnd = -1;
    scanner.wrap(text, offset, length);
    try {
      scanner.value(tape);
      if (scanner.tooDeep()) {
        throw new JsonException(offset, "nested too deeply");
      }
      if (scanner.peek() >= 0) {
        throw scanner.error("something stands behind the value");
      }
    } catch (JsonException e) {
      count = 0;
      throw new JsonException(e.offset() - offset, e.getMessage());
    } catch (IOException e) {
      throw new IllegalStateException("an array cannot fail", e);
    }
  }

  /** The whole value, or {@link #NONE} when nothing was read. */
  public int root() {
    return count == 0 ? NONE : 0;
  }

  public JsonKind kind(int node) {
    return KINDS[kinds[node]];
  }

  /** True for an existing node of that kind. */
  public boolean is(int node, JsonKind kind) {
    return node >= 0 && kinds[node] == kind.ordinal();
  }

  /** The array that {@link #start} and {@link #end} count in. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the node's text begins, quotes and brackets included. */
  public int start(int node) {
    return places[node * 5];
  }

  /** Where the node's text ends. */
  public int end(int node) {
    return places[node * 5 + 1];
  }

  /**
   * Where the key of an object's child begins, without quote and still escaped; without meaning for
   * other nodes.
   */
  public int keyStart(int node) {
    return places[node * 5 + 2];
  }

  /** Where the node's key ends. */
  public int keyEnd(int node) {
    return places[node * 5 + 3];
  }

  /** The first child of a container, or {@link #NONE}. */
  public int firstChild(int node) {
    return node >= 0 && places[node * 5 + 4] > node + 1 ? node + 1 : NONE;
  }

  /** The sibling behind a child of {@code parent}, or {@link #NONE}. */
  public int nextChild(int parent, int child) {
    int next = places[child * 5 + 4];
    return next < places[parent * 5 + 4] ? next : NONE;
  }

  /** The child at that position of an array, or {@link #NONE}. */
  public int at(int array, long index) {
    if (!is(array, JsonKind.ARRAY)) {
      return NONE;
    }
    int child = firstChild(array);
    for (long i = 0; i < index && child != NONE; i++) {
      child = nextChild(array, child);
    }
    return child;
  }

  /** The value of a key in an object, or of a decimal position in an array; else {@link #NONE}. */
  public int get(int node, ByteSlice key) {
    if (node < 0) {
      return NONE;
    }
    if (kinds[node] == JsonKind.ARRAY.ordinal()) {
      long index = position(key);
      return index < 0 ? NONE : at(node, index);
    }
    if (kinds[node] != JsonKind.OBJECT.ordinal()) {
      return NONE;
    }
    for (int child = firstChild(node); child != NONE; child = nextChild(node, child)) {
      if (JsonText.equal(bytes, keyStart(child), keyEnd(child), key)) {
        return child;
      }
    }
    return NONE;
  }

  /** Follows keys from a node. */
  public int find(int node, ByteSlice... path) {
    int at = node;
    for (ByteSlice key : path) {
      at = get(at, key);
    }
    return at;
  }

  private static long position(ByteSlice key) {
    int at = !key.isEmpty() && key.at(0) == '+' ? 1 : 0;
    if (at == key.length() || key.length() > 12) {
      return -1;
    }
    long value = 0;
    for (; at < key.length(); at++) {
      int digit = key.at(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Writes the index while the scanner walks. */
  private final class Tape implements JsonTape {
    private int depth;
    private int keyStart;
    private int keyEnd;

    @Override
    public void key(int start, int end) {
      keyStart = start;
      keyEnd = end;
    }

    @Override
    public void open(JsonKind kind, int start) {
      open[depth++] = add(kind, start);
    }

    @Override
    public void close(int end) {
      int node = open[--depth];
      places[node * 5 + 1] = end;
      places[node * 5 + 4] = count;
    }

    @Override
    public void scalar(JsonKind kind, int start, int end) {
      int node = add(kind, start);
      places[node * 5 + 1] = end;
      places[node * 5 + 4] = count;
    }

    private int add(JsonKind kind, int start) {
      if (count == kinds.length) {
        kinds = Arrays.copyOf(kinds, count * 2);
        places = Arrays.copyOf(places, count * 10);
      }
      int node = count++;
      kinds[node] = (byte) kind.ordinal();
      places[node * 5] = start;
      places[node * 5 + 2] = keyStart;
      places[node * 5 + 3] = keyEnd;
      return node;
    }
  }
}
