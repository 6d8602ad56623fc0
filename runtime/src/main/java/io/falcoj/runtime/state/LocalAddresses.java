package io.falcoj.runtime.state;

import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.state.container.ContainerTable;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of the machine: they tell which end of a connection is the local one. Follows
 * {@code userspace/libsinsp/ifinfo.cpp}.
 */
public final class LocalAddresses {
  private static final int V4_BYTES = 4;

  /** Of an IPv6 address the network, 48 bits, and the subnet, 16 bits, are compared. */
  private static final int V6_NETWORK_BYTES = 8;

  /** More than any machine has. */
  private static final int MOST = 4096;

  private final ContainerTable containers;
  private final List<ByteSlice> addresses = new ArrayList<>();
  private final byte[] dotted = new byte[15];
  private final ByteSlice dottedSlice = new ByteSlice();

  LocalAddresses(ContainerTable containers) {
    this.containers = containers;
  }

  /**
   * @param address 4 or 16 bytes in network order; kept
   * @return false when there are too many
   */
  public boolean add(ByteSlice address) {
    return addresses.size() < MOST && addresses.add(address);
  }

  public void clear() {
    addresses.clear();
  }

  /**
   * True when the address belongs to the machine as the thread sees it: threads in a container see
   * the container's address.
   */
  public boolean contains(ByteSlice address, ThreadInfo thread) {
    boolean onHost = thread.containerId.contentEquals(ContainerInfo.HOST_ID);
    if (address.length() != V4_BYTES) {
      return onHost && matches(address, V6_NETWORK_BYTES);
    }
    if (!onHost) {
      ContainerInfo container = containers.find(thread.containerId);
      if (container == null || container.ip().isEmpty()) {
        return containers.hasIp(dotted(address));
      }
      if (container.ip().contentEquals(dotted(address))) {
        return true;
      }
    }
    return matches(address, V4_BYTES);
  }

  private boolean matches(ByteSlice address, int bytes) {
    for (int i = 0; i < addresses.size(); i++) {
      ByteSlice own = addresses.get(i);
      if (own.length() == address.length() && samePrefix(own, address, bytes)) {
        return true;
      }
    }
    return false;
  }

  private static boolean samePrefix(ByteSlice left, ByteSlice right, int bytes) {
    for (int i = 0; i < bytes; i++) {
      if (left.at(i) != right.at(i)) {
        return false;
      }
    }
    return true;
  }

  private ByteSlice dotted(ByteSlice address) {
    int end = 0;
    for (int i = 0; i < V4_BYTES; i++) {
      byte[] digits = Integer.toString(address.at(i) & 0xFF).getBytes(StandardCharsets.US_ASCII);
      if (i > 0) {
        dotted[end++] = '.';
      }
      System.arraycopy(digits, 0, dotted, end, digits.length);
      end += digits.length;
    }
    return dottedSlice.wrap(dotted, 0, end);
  }
}
