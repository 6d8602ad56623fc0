package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.SocketInfo;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.current.Codes;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.OpenFlags;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.state.current.SocketNames;
import io.falcoj.runtime.value.ByteSlice;

/** Sockets are made, bound, connected and accepted. */
final class SocketEvents {
  static final int AF_UNIX = 1;
  static final int AF_INET = 2;
  static final int AF_INET6 = 10;
  private static final int AF_NETLINK = 16;

  private static final long SOCK_STREAM = 1;
  static final long SOCK_DGRAM = 2;
  private static final long SOCK_RAW = 3;

  private static final int IPPROTO_IP = 0;
  private static final int IPPROTO_ICMP = 1;
  private static final int IPPROTO_TCP = 6;
  static final int IPPROTO_UDP = 17;
  private static final int IPPROTO_RAW = 255;

  private static final long EINPROGRESS = 115;

  private final ByteSlice param = new ByteSlice();
  private final ByteSlice exitAddress = new ByteSlice();
  private final ByteSlice enterAddress = new ByteSlice();

  void socket(Current c) {
    Event e = c.event;
    if (c.thread != null && Params.result(e) >= 0) {
      add(
          c,
          c.thread,
          Params.result(e),
          Params.number(e, 1),
          Params.number(e, 2),
          Params.number(e, 3),
          Params.number(e, 4));
    }
  }

  static void add(
      Current c,
      ThreadInfo thread,
      long number,
      long domain,
      long type,
      long protocol,
      long openFlags) {
    FdInfo info = new FdInfo();
    info.kind = Kind.UNKNOWN;
    info.openFlags = openFlags;
    info.socket = SocketInfo.empty();
    if (domain == AF_UNIX) {
      info.kind = Kind.UNIX;
    } else if (domain == AF_INET || domain == AF_INET6) {
      info.kind = domain == AF_INET ? Kind.IPV4 : Kind.IPV6;
      info.socket.setL4proto(info.kind, l4proto(type, (int) protocol));
    } else if (domain == AF_NETLINK) {
      info.kind = Kind.NETLINK;
    }
    c.addFd(thread, number, info);
  }

  private static int l4proto(long type, int protocol) {
    boolean raw = type == SOCK_RAW;
    return switch (protocol) {
      case IPPROTO_TCP -> raw ? FdInfo.L4_RAW : FdInfo.L4_TCP;
      case IPPROTO_UDP -> raw ? FdInfo.L4_RAW : FdInfo.L4_UDP;
      case IPPROTO_ICMP -> raw ? FdInfo.L4_RAW : FdInfo.L4_ICMP;
      case IPPROTO_RAW -> FdInfo.L4_RAW;
      // Non-blocking and close-on-exec sit above the type's low byte.
      case IPPROTO_IP ->
          (type & 0xFF) == SOCK_STREAM
              ? FdInfo.L4_TCP
              : (type & 0xFF) == SOCK_DGRAM ? FdInfo.L4_UDP : FdInfo.L4_UNKNOWN;
      default -> FdInfo.L4_UNKNOWN;
    };
  }

  void bind(Current c) {
    ThreadInfo thread = c.thread;
    Event e = c.event;
    ByteSlice address = e.bytes(1, param);
    if (thread == null
        || c.fd == null
        || Params.result(e) < 0
        || address == null
        || !SocketNames.isAddress(address)) {
      return;
    }
    FdInfo fd = socketOf(c, thread, c.fd);
    byte[] bytes = address.array();
    int at = address.offset() + 1;
    if (address.at(0) == AF_INET) {
      listen(fd, Kind.IPV4_SERVER, Kind.IPV4, bytes, at, LittleEndian.u16(bytes, at + 4));
    } else if (address.at(0) == AF_INET6) {
      boolean mapped = SocketNames.isMapped(bytes, at);
      Kind kind = mapped ? Kind.IPV4_SERVER : Kind.IPV6_SERVER;
      int port = LittleEndian.u16(bytes, at + 16);
      listen(fd, kind, Kind.IPV6, bytes, mapped ? at + 12 : at, port);
    }
    fd.name = Params.keep(c.names.ofAddress(address), fd.name);
  }

  /** A bound port means that the socket will listen. */
  private static void listen(FdInfo fd, Kind kind, Kind before, byte[] bytes, int at, int port) {
    if (port > 0) {
      int l4proto = fd.socket.l4proto(before);
      fd.kind = kind;
      fd.socket.setDestinationAddress(kind, bytes, at);
      fd.socket.setDestinationPort(kind, port);
      fd.socket.setL4proto(kind, l4proto);
      fd.server = true;
    }
  }

  void connect(Current c) {
    ThreadInfo thread = c.thread;
    Event e = c.event;
    long result = Params.result(e);
    if (thread == null || c.fd == null || (result < 0 && result != -EINPROGRESS)) {
      return;
    }
    FdInfo fd = socketOf(c, thread, c.fd);
    setConnected(fd);
    ByteSlice guard = null;
    Event enter = c.enterEvent();
    if (enter != null) {
      ByteSlice address = enter.bytes(1, enterAddress);
      guard = address != null && SocketNames.isAddress(address) ? address : null;
    }
    ByteSlice tuple = e.bytes(1, param);
    if (tuple == null) {
      if (guard != null) {
        Tuples.connectTo(c, fd, guard);
      }
      return;
    }
    if (SocketNames.isTuple(tuple)) {
      ByteSlice told = e.bytes(3, exitAddress);
      boolean compare = guard != null && told != null && SocketNames.isAddress(told);
      Tuples.connect(c, fd, tuple, compare ? told : null, guard);
    }
  }

  void accept(Current c) {
    ThreadInfo thread = c.thread;
    Event e = c.event;
    long number = Params.result(e);
    if (thread == null || number < 0) {
      return;
    }
    thread.lastFd = number;
    ByteSlice tuple = e.bytes(1, param);
    if (tuple == null || !SocketNames.isTuple(tuple)) {
      return;
    }
    FdInfo info = new FdInfo();
    info.socket = SocketInfo.empty();
    if (!Tuples.accepted(info, tuple)) {
      return;
    }
    info.name = c.names.ofTuple(tuple).copy();
    if (e.code() == Codes.ACCEPT4_X) {
      info.openFlags = Params.number(e, 5) & OpenFlags.CLOEXEC;
    }
    info.server = true;
    setConnected(info);
    c.addFd(thread, number, info);
  }

  /** The descriptor, ready to be changed as a socket. */
  static FdInfo socketOf(Current c, ThreadInfo thread, FdInfo fd) {
    FdInfo own = c.changeable(thread, fd);
    if (!own.hasSocket()) {
      own.socket = SocketInfo.empty();
    }
    return own;
  }

  static void setConnected(FdInfo fd) {
    fd.connected = true;
    fd.connectionPending = false;
    fd.connectionFailed = false;
  }
}
