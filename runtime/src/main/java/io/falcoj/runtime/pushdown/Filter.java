package io.falcoj.runtime.pushdown;

import io.falcoj.runtime.value.ByteSlice;
import java.util.List;

/**
 * Decides for events of one type whether they are sent: a decision table that is entered at node 0
 * and only jumps forward. It drops an event only if no rule can match it and neither state nor
 * output of any later event can show that it is missing.
 *
 * @param nodes 1 to {@link #MAX_NODES}
 */
public record Filter(List<Node> nodes) {
  /** A jump that ends: the event is sent. */
  public static final int PASS = -1;

  /** A jump that ends: the event is counted as filtered. */
  public static final int DROP = -2;

  public static final int MAX_NODES = 64;

  /** Numbers or texts of one test. */
  public static final int MAX_SET = 64;

  /** Bytes of a text or prefix. */
  public static final int MAX_TEXT = 64;

  /** Bytes of a path that can be judged; longer ones are sent. */
  public static final int MAX_PATH = 255;

  /** {@code S_IFREG}: what {@link Source#FILE_TYPE} is of a regular file. */
  public static final long REGULAR_FILE = 0100000;

  /** {@code S_IFDIR}. */
  public static final long DIRECTORY = 0040000;

  public Filter {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty() || nodes.size() > MAX_NODES) {
      throw new IllegalArgumentException(nodes.size() + " nodes");
    }
    for (int i = 0; i < nodes.size(); i++) {
      checkTarget(i, nodes.get(i).whenTrue(), nodes.size());
      checkTarget(i, nodes.get(i).whenFalse(), nodes.size());
    }
  }

  private static void checkTarget(int from, int to, int size) {
    if (to != PASS && to != DROP && (to <= from || to >= size)) {
      throw new IllegalArgumentException("a jump from node " + from + " to " + to);
    }
  }

  /** The values as a test holds them. */
  static List<ByteSlice> texts(List<ByteSlice> values) {
    List<ByteSlice> sorted = values.stream().distinct().sorted().toList();
    if (sorted.isEmpty() || sorted.size() > MAX_SET) {
      throw new IllegalArgumentException(sorted.size() + " texts in a set");
    }
    for (ByteSlice text : sorted) {
      if (text.isEmpty() || text.length() > MAX_TEXT) {
        throw new IllegalArgumentException("a text of " + text.length() + " bytes");
      }
    }
    return sorted;
  }
}
