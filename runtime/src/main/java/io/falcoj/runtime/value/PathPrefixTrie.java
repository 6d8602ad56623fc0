package io.falcoj.runtime.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set of paths, each standing for itself and everything below it. Paths are compared component by
 * component; empty components do not count; a component with {@code ?}, {@code *} or {@code [} is a
 * shell pattern for one component.
 */
public final class PathPrefixTrie {
  /** Names are sorted by their bytes; {@code children} and {@code below} run beside them. */
  private record Node(
      boolean end, byte[][] names, Node[] children, List<Glob> globs, List<Node> below) {}

  private final Node root;

  public PathPrefixTrie(Iterable<ByteSlice> paths) {
    Builder builder = new Builder();
    for (ByteSlice path : paths) {
      Builder node = builder;
      int at = skipSlashes(path, 0);
      while (at < path.length()) {
        int end = endOfName(path, at);
        node = node.child(ByteSlice.of(path.array(), path.offset() + at, end - at).copy());
        at = skipSlashes(path, end);
      }
      node.end = true;
    }
    this.root = builder.build();
  }

  /** True when the path or one of its parents is in the set. */
  public boolean matches(ByteSlice path) {
    return matches(root, path, skipSlashes(path, 0));
  }

  private static boolean matches(Node node, ByteSlice path, int at) {
    if (node.end) {
      return true;
    }
    if (at >= path.length()) {
      return false;
    }
    int end = endOfName(path, at);
    byte[] array = path.array();
    int from = path.offset() + at;
    int to = path.offset() + end;
    int next = skipSlashes(path, end);
    int plain = find(node.names, array, from, to);
    if (plain >= 0 && matches(node.children[plain], path, next)) {
      return true;
    }
    for (int i = 0; i < node.globs.size(); i++) {
      if (node.globs.get(i).matches(array, from, to) && matches(node.below.get(i), path, next)) {
        return true;
      }
    }
    return false;
  }

  private static int find(byte[][] names, byte[] array, int from, int to) {
    int low = 0;
    int high = names.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      byte[] name = names[middle];
      int order = Arrays.compareUnsigned(name, 0, name.length, array, from, to);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private static int skipSlashes(ByteSlice path, int from) {
    int at = from;
    while (at < path.length() && path.at(at) == '/') {
      at++;
    }
    return at;
  }

  private static int endOfName(ByteSlice path, int from) {
    int slash = path.indexOf((byte) '/', from);
    return slash < 0 ? path.length() : slash;
  }

  private static final class Builder {
    private final Map<ByteSlice, Builder> names = new TreeMap<>();
    private final Map<ByteSlice, Builder> patterns = new TreeMap<>();
    private boolean end;

    Builder child(ByteSlice name) {
      boolean pattern = false;
      for (int i = 0; i < name.length(); i++) {
        pattern |= name.at(i) == '?' || name.at(i) == '*' || name.at(i) == '[';
      }
      return (pattern ? patterns : names).computeIfAbsent(name, n -> new Builder());
    }

    Node build() {
      List<byte[]> sorted = new ArrayList<>();
      List<Node> children = new ArrayList<>();
      names.forEach(
          (name, child) -> {
            sorted.add(name.toBytes());
            children.add(child.build());
          });
      List<Glob> globs = new ArrayList<>();
      List<Node> below = new ArrayList<>();
      patterns.forEach(
          (pattern, child) -> {
            globs.add(new Glob(pattern.toBytes(), false));
            below.add(child.build());
          });
      return new Node(
          end, sorted.toArray(new byte[0][]), children.toArray(new Node[0]), globs, below);
    }
  }
}
