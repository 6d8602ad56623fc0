package io.falcoj.runtime.json;

import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An index over the bytes of one JSON text, reused from text to text: of all of it, or of the paths
 * that somebody looks at. Nodes are numbered in the order in which they stand; 0 is the whole. Of
 * equal keys in an object the first counts.
 */
public final class JsonDocument {
  /** The node that is not there; every lookup in it gives it again. */
  public static final int NONE = -1;

  private static final JsonKind[] KINDS = JsonKind.values();

  private final JsonScanner scanner;
  private final IndexTape tape;
  private final @Nullable Consumer<JsonPath> asked;
  private @Nullable JsonPaths paths;
  private byte[] bytes = new byte[0];
  private byte[] copy = new byte[0];

  /**
   * An index of whole texts.
   *
   * @param maxDepth objects and arrays that may be open at once
   */
  public JsonDocument(int maxDepth) {
    this(maxDepth, null);
  }

  private JsonDocument(int maxDepth, @Nullable Consumer<JsonPath> asked) {
    this.scanner = JsonScanner.over(maxDepth);
    this.tape = new IndexTape(maxDepth);
    this.asked = asked;
  }

  /** An empty object that tells which paths are looked at in it. */
  public static JsonDocument asking(Consumer<JsonPath> asked) {
    JsonDocument document = new JsonDocument(1, asked);
    try {
      document.read(new byte[] {'{', '}'}, 0, 2);
    } catch (JsonException e) {
      throw new IllegalStateException("an empty object is JSON", e);
    }
    return document;
  }

  /**
   * Indexes a text; the bytes are copied.
   *
   * @throws JsonException when it is not one JSON value, or nested too deeply; the index is then
   *     empty
   */
  public void read(byte[] text, int offset, int length) throws JsonException {
    if (copy.length < length + JsonScanner.SLACK) {
      copy = new byte[Math.max(2 * copy.length, length + JsonScanner.SLACK)];
    }
    System.arraycopy(text, offset, copy, 0, length);
    copy[length] = 0;
    begin(null, null);
    scanner.wrap(copy, 0, length);
    try {
      scanner.value(this);
      if (scanner.tooDeep()) {
        throw new JsonException(0, "nested too deeply");
      }
      if (scanner.peek() >= 0) {
        throw scanner.error("something stands behind the value");
      }
      end(copy, 0);
    } catch (JsonException e) {
      tape.clear();
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("an array cannot fail", e);
    }
  }

  /**
   * Begins to index a text that a scanner reads.
   *
   * @param wanted what is looked at; null for everything
   * @param stop key in the outermost object before whose array reading stops, or null
   */
  public void begin(@Nullable JsonPaths wanted, @Nullable ByteSlice stop) {
    paths = wanted;
    tape.begin(wanted, stop);
  }

  /** What is left of the text is not indexed: its beginning was not kept. */
  public void drop() {
    tape.drop();
  }

  /**
   * The text was read.
   *
   * @param window that holds it
   * @param shift by how much the window has slid, see {@link JsonScanner#shift}
   */
  public void end(byte[] window, int shift) {
    bytes = window;
    tape.end(shift);
  }

  IndexTape tape() {
    return tape;
  }

  /**
   * Says that a path will be looked at; to be called before the first look at a document. An index
   * without it is made anew, of everything.
   *
   * @return true when it was made anew: nodes found before are no longer valid
   */
  public boolean require(JsonPath path) {
    if (asked != null) {
      asked.accept(path);
    }
    JsonPaths known = paths;
    if (known == null || known.covers(path)) {
      return false;
    }
    int start = start(0);
    try {
      read(bytes, start, end(0) - start);
    } catch (JsonException e) {
      throw new IllegalStateException("it was read before", e);
    }
    return true;
  }

  /** The node at the end of a path, which was required; does not branch at arrays. */
  public int find(JsonPath path) {
    return paths == null ? find(root(), path.keys()) : tape.slot(path.id());
  }

  /** The whole value, or {@link #NONE} when nothing was read. */
  public int root() {
    return tape.count == 0 ? NONE : 0;
  }

  public JsonKind kind(int node) {
    return KINDS[tape.kinds[node]];
  }

  /** True for an existing node of that kind. */
  public boolean is(int node, JsonKind kind) {
    return node >= 0 && tape.kinds[node] == kind.ordinal();
  }

  /** The array that {@link #start} and {@link #end} count in. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the node's text begins, quotes and brackets included. */
  public int start(int node) {
    return tape.place(node, IndexTape.START);
  }

  /** Where the node's text ends. */
  public int end(int node) {
    return tape.place(node, IndexTape.END);
  }

  /**
   * Where the key of an object's child begins, without quote and still escaped; without meaning for
   * other nodes.
   */
  public int keyStart(int node) {
    return tape.place(node, IndexTape.KEY_START);
  }

  /** Where the node's key ends. */
  public int keyEnd(int node) {
    return tape.place(node, IndexTape.KEY_END);
  }

  /** The first child of a container, or {@link #NONE}. */
  public int firstChild(int node) {
    return node >= 0 && tape.behind(node) > node + 1 ? node + 1 : NONE;
  }

  /** The sibling behind a child of {@code parent}, or {@link #NONE}. */
  public int nextChild(int parent, int child) {
    int next = tape.behind(child);
    return next < tape.behind(parent) ? next : NONE;
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
    if (tape.kinds[node] == JsonKind.ARRAY.ordinal()) {
      long index = position(key);
      return index < 0 ? NONE : at(node, index);
    }
    if (tape.kinds[node] != JsonKind.OBJECT.ordinal()) {
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

  /** True for a key that is the position of an element when it is looked up in an array. */
  public static boolean isPosition(ByteSlice key) {
    return position(key) >= 0;
  }

  /** The position in an array that a key means, or -1. */
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

  @Override
  public String toString() {
    return tape.count + " nodes of " + (paths == null ? "everything" : paths);
  }
}
