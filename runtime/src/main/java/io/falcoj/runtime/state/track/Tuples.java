package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.SocketInfo;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.state.current.SocketNames;
import io.falcoj.runtime.value.ByteSlice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts the ends that an event tells of into a descriptor. IPv4 inside IPv6 becomes IPv4. Follows
 * the {@code set_ipv*_addresses_and_ports} and {@code fill_client_socket_info*} family of {@code
 * userspace/libsinsp/parsers.cpp}.
 */
final class Tuples {
  private static final int UNIX_PATH = 17;

  private Tuples() {}

  /**
   * Sets both ends of an IP tuple.
   *
   * @param destination address of the far end and behind it its port, in place of the tuple's own
   * @return false when the descriptor had them already, in this or the other direction
   */
  private static boolean set(FdInfo fd, ByteSlice tuple, byte[] destination, int destinationAt) {
    byte[] bytes = tuple.array();
    int at = tuple.offset() + 1;
    boolean wide = tuple.at(0) == SocketEvents.AF_INET6;
    int length = wide ? 16 : 4;
    int sourcePort = LittleEndian.u16(bytes, at + length);
    int destinationPort = LittleEndian.u16(destination, destinationAt + length);
    boolean mapped =
        wide && SocketNames.isMapped(bytes, at) && SocketNames.isMapped(destination, destinationAt);
    int skip = mapped ? 12 : 0;
    Kind kind = wide && !mapped ? Kind.IPV6 : Kind.IPV4;
    boolean mayReverse = kind == Kind.IPV4 || fd.kind == kind;
    fd.kind = kind;
    return put(
        fd.socket,
        kind,
        mayReverse,
        ByteSlice.of(bytes, at + skip, length - skip),
        sourcePort,
        ByteSlice.of(destination, destinationAt + skip, length - skip),
        destinationPort);
  }

  private static boolean put(
      SocketInfo socket,
      Kind kind,
      boolean mayReverse,
      ByteSlice source,
      int sourcePort,
      ByteSlice destination,
      int destinationPort) {
    ByteSlice oldSource = socket.sourceAddress(kind, new ByteSlice());
    ByteSlice oldDestination = socket.destinationAddress(kind, new ByteSlice());
    int oldSourcePort = socket.sourcePort(kind);
    int oldDestinationPort = socket.destinationPort(kind);
    boolean same =
        source.contentEquals(oldSource)
            && sourcePort == oldSourcePort
            && destination.contentEquals(oldDestination)
            && destinationPort == oldDestinationPort;
    boolean reversed =
        destination.contentEquals(oldSource)
            && destinationPort == oldSourcePort
            && source.contentEquals(oldDestination)
            && sourcePort == oldDestinationPort;
    if (same || (reversed && mayReverse)) {
      return false;
    }
    socket.setSourceAddress(kind, source.array(), source.offset());
    socket.setSourcePort(kind, sourcePort);
    socket.setDestinationAddress(kind, destination.array(), destination.offset());
    socket.setDestinationPort(kind, destinationPort);
    return true;
  }

  private static int destinationAt(ByteSlice tuple) {
    return tuple.offset() + 1 + (tuple.at(0) == SocketEvents.AF_INET6 ? 18 : 6);
  }

  private static boolean isIp(ByteSlice tuple) {
    return tuple.at(0) == SocketEvents.AF_INET || tuple.at(0) == SocketEvents.AF_INET6;
  }

  /** Fills a new descriptor; false for a family that is not followed. */
  static boolean accepted(FdInfo fd, ByteSlice tuple) {
    if (isIp(tuple)) {
      set(fd, tuple, tuple.array(), destinationAt(tuple));
      fd.socket.setL4proto(fd.kind, FdInfo.L4_TCP);
      return true;
    }
    if (tuple.at(0) == SocketEvents.AF_UNIX) {
      fd.kind = Kind.UNIX;
      setUnix(fd, tuple);
      return true;
    }
    return false;
  }

  private static void setUnix(FdInfo fd, ByteSlice tuple) {
    int at = tuple.offset() + 1;
    fd.socket.setUnix(LittleEndian.i64(tuple.array(), at), LittleEndian.i64(tuple.array(), at + 8));
  }

  /** A connect without a tuple: only the address that the call was given is known. */
  static void connectTo(Current c, FdInfo fd, ByteSlice address) {
    byte[] bytes = address.array();
    int at = address.offset() + 1;
    boolean wide = address.at(0) == SocketEvents.AF_INET6;
    if (!wide && address.at(0) != SocketEvents.AF_INET) {
      fd.name = Params.keep(nameWithoutTuple(), fd.name);
      return;
    }
    boolean mapped = wide && SocketNames.isMapped(bytes, at);
    fd.kind = wide && !mapped ? Kind.IPV6 : Kind.IPV4;
    fd.socket.setDestinationAddress(fd.kind, bytes, mapped ? at + 12 : at);
    fd.socket.setDestinationPort(fd.kind, LittleEndian.u16(bytes, at + (wide ? 16 : 4)));
  }

  /** What upstream prints for an empty tuple. */
  private static ByteSlice nameWithoutTuple() {
    return ByteSlice.of("NULL");
  }

  /**
   * A connect with a tuple.
   *
   * @param told address as the exit event read it, or null
   * @param guard address as the enter event read it, or null
   */
  static void connect(
      Current c, FdInfo fd, ByteSlice tuple, @Nullable ByteSlice told, @Nullable ByteSlice guard) {
    if (isIp(tuple)) {
      connectIp(c, fd, tuple, told, guard);
    } else if (fd.kind == Kind.UNIX && tuple.at(0) == SocketEvents.AF_UNIX) {
      setUnix(fd, tuple);
      fd.name = Params.keep(c.names.ofTuple(guardedUnix(tuple, told, guard)), fd.name);
    } else {
      return;
    }
    if (fd.hasNoRole()) {
      fd.client = true;
    }
  }

  private static void connectIp(
      Current c, FdInfo fd, ByteSlice tuple, @Nullable ByteSlice told, @Nullable ByteSlice guard) {
    byte[] destination = tuple.array();
    int at = destinationAt(tuple);
    int size = tuple.at(0) == SocketEvents.AF_INET6 ? 18 : 6;
    // The kernel's own address differs from what the call named only if it was translated;
    // otherwise the name on enter counts, which the process cannot have exchanged.
    if (told != null
        && guard != null
        && told.at(0) == tuple.at(0)
        && guard.at(0) == tuple.at(0)
        && Arrays.equals(
            destination,
            at,
            at + size,
            told.array(),
            told.offset() + 1,
            told.offset() + 1 + size)) {
      destination = guard.array();
      at = guard.offset() + 1;
    }
    boolean changed = set(fd, tuple, destination, at);
    if (changed && fd.server && isUdp(fd)) {
      fd.socket.swap(fd.kind);
    }
    fd.name = Params.keep(c.names.ofSocket(fd), fd.name);
  }

  private static boolean isUdp(FdInfo fd) {
    return fd.kind == Kind.IPV4 && fd.socket.l4proto(fd.kind) == FdInfo.L4_UDP;
  }

  /** The tuple, with the path of the enter event unless the kernel knew another. */
  private static ByteSlice guardedUnix(
      ByteSlice tuple, @Nullable ByteSlice told, @Nullable ByteSlice guard) {
    if (told == null
        || guard == null
        || guard.at(0) != SocketEvents.AF_UNIX
        || !path(tuple, UNIX_PATH).contentEquals(path(told, 1))) {
      return tuple;
    }
    ByteSlice path = path(guard, 1);
    byte[] bytes = new byte[UNIX_PATH + path.length() + 1];
    System.arraycopy(tuple.array(), tuple.offset(), bytes, 0, UNIX_PATH);
    System.arraycopy(path.array(), path.offset(), bytes, UNIX_PATH, path.length());
    return ByteSlice.of(bytes);
  }

  private static ByteSlice path(ByteSlice param, int from) {
    int end = param.indexOf((byte) 0, from);
    return ByteSlice.of(
        param.array(), param.offset() + from, (end < 0 ? param.length() : end) - from);
  }

  /**
   * Data was sent or received on a socket that is not a known TCP connection.
   *
   * @return false when this told nothing new
   */
  static boolean update(Current c, FdInfo fd, ByteSlice tuple) {
    if (tuple.at(0) == SocketEvents.AF_UNIX) {
      fd.kind = Kind.UNIX;
      setUnix(fd, tuple);
      return true;
    }
    if (isIp(tuple)) {
      if (tuple.at(0) == SocketEvents.AF_INET && fd.kind == Kind.IPV4_SERVER) {
        fd.socket.setL4proto(Kind.IPV4, fd.socket.l4proto(Kind.IPV4_SERVER));
      }
      if (!setKeepingKind(fd, tuple)) {
        return false;
      }
    }
    if (fd.kind == Kind.IPV4 || fd.kind == Kind.IPV6) {
      if (fd.socket.l4proto(fd.kind) == FdInfo.L4_UNKNOWN) {
        fd.socket.setL4proto(fd.kind, FdInfo.L4_UDP);
      }
    }
    c.interfaces.complete(fd);
    return true;
  }

  /** Upstream leaves the kind of a descriptor alone when the tuple is IPv6. */
  private static boolean setKeepingKind(FdInfo fd, ByteSlice tuple) {
    Kind before = fd.kind;
    boolean changed = set(fd, tuple, tuple.array(), destinationAt(tuple));
    fd.kind = fd.kind == Kind.IPV6 ? before : fd.kind;
    return changed;
  }
}
