package io.falcoj.runtime.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An immutable set of networks: a binary trie per address family, so that a look-up takes as many
 * steps as the longest prefix has bits, however many networks there are.
 */
public final class IpNetSet {
  /** Child indexes, two per node; 0 means none, since no edge leads back to the root. */
  private final int[] edges4;

  private final int[] edges6;
  private final boolean[] ends4;
  private final boolean[] ends6;

  public IpNetSet(Collection<IpNet> nets) {
    Builder four = new Builder();
    Builder six = new Builder();
    for (IpNet net : nets) {
      byte[] address = net.address();
      (address.length == 4 ? four : six).add(address, net.prefix());
    }
    this.edges4 = four.edges();
    this.ends4 = four.ends();
    this.edges6 = six.edges();
    this.ends6 = six.ends();
  }

  /** True when a network of the address' family contains it. */
  public boolean contains(ByteSlice address) {
    return switch (address.length()) {
      case 4 -> find(edges4, ends4, address);
      case 16 -> find(edges6, ends6, address);
      default -> false;
    };
  }

  private static boolean find(int[] edges, boolean[] ends, ByteSlice address) {
    int node = 0;
    int bits = address.length() * 8;
    for (int i = 0; i < bits; i++) {
      if (ends[node]) {
        return true;
      }
      node = edges[node * 2 + bit(address.at(i >> 3), i)];
      if (node == 0) {
        return false;
      }
    }
    return ends[node];
  }

  private static int bit(byte value, int index) {
    return (value >> (7 - (index & 7))) & 1;
  }

  private static final class Builder {
    private final List<int[]> nodes = new ArrayList<>();
    private final List<Boolean> ends = new ArrayList<>();

    Builder() {
      grow();
    }

    void add(byte[] address, int prefix) {
      int node = 0;
      for (int i = 0; i < prefix; i++) {
        int bit = bit(address[i >> 3], i);
        int next = nodes.get(node)[bit];
        if (next == 0) {
          next = grow();
          nodes.get(node)[bit] = next;
        }
        node = next;
      }
      ends.set(node, true);
    }

    private int grow() {
      nodes.add(new int[2]);
      ends.add(false);
      return nodes.size() - 1;
    }

    int[] edges() {
      int[] flat = new int[nodes.size() * 2];
      for (int i = 0; i < nodes.size(); i++) {
        flat[i * 2] = nodes.get(i)[0];
        flat[i * 2 + 1] = nodes.get(i)[1];
      }
      return flat;
    }

    boolean[] ends() {
      boolean[] flat = new boolean[ends.size()];
      for (int i = 0; i < flat.length; i++) {
        flat[i] = ends.get(i);
      }
      return flat;
    }
  }
}
