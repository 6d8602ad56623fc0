package io.falcoj.runtime.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An immutable map from texts to numbers: a value finds the number of the text that it is equal to,
 * else that of the longest prefix it begins with. Looking one up allocates nothing and ends with
 * the first byte that no text goes on with.
 */
public final class TextIndex {
  /** No text was found. */
  public static final int NONE = -1;

  /** Up to so many children are tried one by one. */
  private static final int FEW = 8;

  /**
   * Bytes that all texts below have next; those of a child begin with the byte that leads to it.
   */
  private final byte[][] labels;

  /** For each node the first bytes of its children, sorted as unsigned bytes. */
  private final byte[][] branches;

  private final int[] firstChild;
  private final int[] wholes;
  private final int[] prefixes;

  private TextIndex(List<Node> nodes) {
    int size = nodes.size();
    labels = new byte[size][];
    branches = new byte[size][];
    firstChild = new int[size];
    wholes = new int[size];
    prefixes = new int[size];
    for (int i = 0; i < size; i++) {
      Node node = nodes.get(i);
      labels[i] = node.label;
      branches[i] = node.branches();
      firstChild[i] = node.firstChild;
      wholes[i] = node.whole;
      prefixes[i] = node.prefix;
    }
  }

  /** The number that the value finds, or {@link #NONE}. */
  public int find(ByteSlice value) {
    byte[] bytes = value.array();
    int at = value.offset();
    int end = at + value.length();
    int found = NONE;
    int node = 0;
    while (node >= 0) {
      byte[] label = labels[node];
      if (end - at < label.length) {
        return found;
      }
      for (byte wanted : label) {
        if (bytes[at++] != wanted) {
          return found;
        }
      }
      if (prefixes[node] != NONE) {
        found = prefixes[node];
      }
      if (at == end) {
        return wholes[node] != NONE ? wholes[node] : found;
      }
      node = child(node, bytes[at]);
    }
    return found;
  }

  private int child(int node, byte next) {
    byte[] choices = branches[node];
    if (choices.length > FEW) {
      int at = searchUnsigned(choices, next);
      return at < 0 ? NONE : firstChild[node] + at;
    }
    for (int i = 0; i < choices.length; i++) {
      if (choices[i] == next) {
        return firstChild[node] + i;
      }
    }
    return NONE;
  }

  private static int searchUnsigned(byte[] sorted, byte wanted) {
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Byte.compareUnsigned(sorted[middle], wanted);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }

  /** Collects texts. */
  public static final class Builder {
    private final TreeMap<ByteSlice, Node> texts = new TreeMap<>();

    /** Adds a text that a value must be equal to. */
    public Builder whole(ByteSlice text, int number) {
      node(text).whole = number;
      return this;
    }

    /** Adds a text that a value must begin with. */
    public Builder prefix(ByteSlice text, int number) {
      node(text).prefix = number;
      return this;
    }

    private Node node(ByteSlice text) {
      return texts.computeIfAbsent(text, t -> new Node());
    }

    /** The index of the texts added so far. */
    public TextIndex build() {
      List<ByteSlice> sorted = new ArrayList<>(texts.keySet());
      List<Node> nodes = new ArrayList<>();
      Node root = new Node();
      nodes.add(root);
      fill(root, sorted, 0, nodes);
      return new TextIndex(nodes);
    }

    /** Makes the node for the texts, which are alike up to {@code from}. */
    private void fill(Node node, List<ByteSlice> sorted, int from, List<Node> nodes) {
      if (sorted.isEmpty()) {
        return;
      }
      ByteSlice first = sorted.get(0);
      int to = common(first, sorted.get(sorted.size() - 1), from);
      node.label = ByteSlice.of(first.array(), first.offset() + from, to - from).toBytes();
      int next = 0;
      if (first.length() == to) {
        Node text = Objects.requireNonNull(texts.get(first));
        node.whole = text.whole;
        node.prefix = text.prefix;
        next = 1;
      }
      node.firstChild = nodes.size();
      List<List<ByteSlice>> children = new ArrayList<>();
      while (next < sorted.size()) {
        int start = next;
        byte branch = sorted.get(start).at(to);
        while (next < sorted.size() && sorted.get(next).at(to) == branch) {
          next++;
        }
        children.add(sorted.subList(start, next));
      }
      node.children = children.stream().map(c -> new Node()).toList();
      nodes.addAll(node.children);
      for (int i = 0; i < children.size(); i++) {
        fill(node.children.get(i), children.get(i), to, nodes);
      }
    }

    /** Where sorted texts that begin alike part. */
    private static int common(ByteSlice first, ByteSlice last, int from) {
      int least = Math.min(first.length(), last.length());
      int at = from;
      while (at < least && first.at(at) == last.at(at)) {
        at++;
      }
      return at;
    }
  }

  private static final class Node {
    private byte[] label = {};
    private int whole = NONE;
    private int prefix = NONE;
    private int firstChild;
    private List<Node> children = List.of();

    byte[] branches() {
      byte[] branches = new byte[children.size()];
      for (int i = 0; i < branches.length; i++) {
        branches[i] = children.get(i).label[0];
      }
      return branches;
    }
  }
}
