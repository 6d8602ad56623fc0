package io.falcoj.runtime.state.current;

import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.SocketInfo;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of the machine, to fill in the end of a connection that an event left open. Follows
 * {@code sinsp_network_interfaces} of {@code userspace/libsinsp/ifinfo.cpp}.
 */
public final class Interfaces {
  private static final ByteSlice LOOPBACK4 = ByteSlice.of(new byte[] {127, 0, 0, 1});
  private static final ByteSlice LOOPBACK6 =
      ByteSlice.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

  private final List<InterfaceEntry> narrow = new ArrayList<>();
  private final List<InterfaceEntry> wide = new ArrayList<>();
  private final ByteSlice source = new ByteSlice();
  private final ByteSlice destination = new ByteSlice();

  public void add(InterfaceEntry entry) {
    (entry.address().length() == 4 ? narrow : wide).add(entry);
  }

  public void clear() {
    narrow.clear();
    wide.clear();
  }

  /** Replaces an unspecified end of an IP connection. */
  public void complete(FdInfo fd) {
    if (fd.kind != Kind.IPV4 && fd.kind != Kind.IPV6) {
      return;
    }
    SocketInfo socket = fd.socket;
    boolean noSource = isZero(socket.sourceAddress(fd.kind, source));
    boolean noDestination = isZero(socket.destinationAddress(fd.kind, destination));
    if (!noSource && !noDestination) {
      return;
    }
    ByteSlice known = noSource ? destination : source;
    ByteSlice found = nearest(known, fd.kind);
    boolean same = found == null ? isZero(known) : found.contentEquals(known);
    if (same && socket.sourcePort(fd.kind) == socket.destinationPort(fd.kind)) {
      return;
    }
    byte[] bytes = found == null ? new byte[16] : found.array();
    int at = found == null ? 0 : found.offset();
    if (noSource) {
      socket.setSourceAddress(fd.kind, bytes, at);
    } else {
      socket.setDestinationAddress(fd.kind, bytes, at);
    }
  }

  private @Nullable ByteSlice nearest(ByteSlice address, Kind kind) {
    List<InterfaceEntry> list = kind == Kind.IPV4 ? narrow : wide;
    for (InterfaceEntry entry : list) {
      if (entry.address().contentEquals(address)) {
        return entry.address();
      }
    }
    for (InterfaceEntry entry : list) {
      if (kind == Kind.IPV4 ? sameSubnet(entry, address) : sameHalf(entry.address(), address)) {
        return entry.address();
      }
    }
    for (InterfaceEntry entry : list) {
      if (!isLoopback(entry.address())) {
        return entry.address();
      }
    }
    return null;
  }

  private static boolean sameSubnet(InterfaceEntry entry, ByteSlice address) {
    for (int i = 0; i < 4; i++) {
      int mask = entry.netmask().at(i);
      if ((entry.address().at(i) & mask) != (address.at(i) & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Upstream takes the first 64 bits as the net. */
  private static boolean sameHalf(ByteSlice one, ByteSlice other) {
    for (int i = 0; i < 8; i++) {
      if (one.at(i) != other.at(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLoopback(ByteSlice address) {
    return address.contentEquals(address.length() == 4 ? LOOPBACK4 : LOOPBACK6);
  }

  private static boolean isZero(ByteSlice address) {
    for (int i = 0; i < address.length(); i++) {
      if (address.at(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
