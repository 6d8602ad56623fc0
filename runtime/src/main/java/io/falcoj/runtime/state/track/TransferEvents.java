package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.FdTable;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.state.current.SocketNames;
import io.falcoj.runtime.value.ByteSlice;

/**
 * Data passes through a descriptor. Of datagram sockets, and of those whose making was missed, this
 * tells the other end. Follows {@code parse_read_exit} and {@code parse_write_exit} of {@code
 * userspace/libsinsp/parsers.cpp}.
 */
final class TransferEvents {
  private static final int SENT_TUPLE = 4;
  private static final int SENT_FD = 2;

  private final ByteSlice param = new ByteSlice();

  /** {@code read} and its kin, which tell no address. */
  void read(Current c) {
    transfer(c, -1, true);
  }

  /** {@code write} and its kin. */
  void write(Current c) {
    transfer(c, -1, false);
  }

  void recvfrom(Current c) {
    transfer(c, 2, true);
  }

  void recvmsg(Current c) {
    transfer(c, 3, true);
  }

  void recv(Current c) {
    transfer(c, 4, true);
  }

  /** Recordings of before the call was followed have no parameters. */
  void recvmmsg(Current c) {
    if (c.event.has(0)) {
      transfer(c, 4, true);
    }
  }

  void sendmmsg(Current c) {
    if (c.event.has(0)) {
      transfer(c, SENT_TUPLE, false);
    }
  }

  /** {@code send}, {@code sendto}, {@code sendmsg}. */
  void send(Current c) {
    if (c.fd == null && c.thread != null) {
      inferSocket(c, c.thread);
    }
    transfer(c, SENT_TUPLE, false);
  }

  /** The call that made the socket was missed: take it for UDP. */
  private void inferSocket(Current c, ThreadInfo thread) {
    Event e = c.event;
    ByteSlice tuple = e.bytes(SENT_TUPLE, param);
    if (Params.result(e) < 0 || tuple == null) {
      return;
    }
    int family = tuple.at(0);
    if (family == SocketEvents.AF_INET || family == SocketEvents.AF_INET6) {
      long number = Params.number(e, SENT_FD);
      SocketEvents.add(
          c, thread, number, family, SocketEvents.SOCK_DGRAM, SocketEvents.IPPROTO_UDP, 0);
    }
  }

  private void transfer(Current c, int tupleParam, boolean incoming) {
    FdInfo fd = c.fd;
    ThreadInfo thread = c.thread;
    if (fd == null || thread == null || Params.result(c.event) < 0) {
      return;
    }
    if ((fd.kind == Kind.IPV4 || fd.kind == Kind.IPV6)
        && (!fd.connected || fd.connectionPending || fd.connectionFailed)) {
      fd = c.changeable(thread, fd);
      SocketEvents.setConnected(fd);
    }
    if (tupleParam >= 0 && (fd.name.isEmpty() || !isTcp(fd))) {
      ByteSlice tuple = c.event.bytes(tupleParam, param);
      if (tuple != null && SocketNames.isTuple(tuple)) {
        learn(c, thread, fd, tuple, incoming);
      }
    }
  }

  private static boolean isTcp(FdInfo fd) {
    return fd.kind == Kind.IPV4 && fd.socket.l4proto(fd.kind) == FdInfo.L4_TCP;
  }

  private static void learn(
      Current c, ThreadInfo thread, FdInfo before, ByteSlice tuple, boolean incoming) {
    FdInfo fd = SocketEvents.socketOf(c, thread, before);
    if (!Tuples.update(c, fd, tuple)) {
      return;
    }
    if (fd.kind != Kind.IPV4 && fd.kind != Kind.IPV6) {
      fd.name = Params.keep(c.names.ofTuple(tuple), fd.name);
      return;
    }
    if (fd.hasNoRole()) {
      guessRole(thread, fd, incoming);
    }
    if (incoming ? fd.client : fd.server) {
      fd.socket.swap(fd.kind);
    }
    fd.name = Params.keep(c.names.ofSocket(fd), fd.name);
  }

  /** Who listens on the port is the server; else who reads first. */
  private static void guessRole(ThreadInfo thread, FdInfo fd, boolean incoming) {
    // Upstream looks at the bytes of IPv4 for IPv6 too.
    int destinationPort = fd.socket.destinationPort(Kind.IPV4);
    int sourcePort = fd.socket.sourcePort(Kind.IPV4);
    FdTable fds = thread.fds();
    if (fds == null || !anyDestination(fds, destinationPort)) {
      fd.client = true;
    } else if (!anySource(fds, sourcePort) || incoming) {
      fd.server = true;
    } else {
      fd.client = true;
    }
  }

  private static boolean anyDestination(FdTable fds, int port) {
    boolean[] found = new boolean[1];
    fds.forEach(
        (number, info) -> {
          found[0] =
              (info.kind == Kind.IPV4 || info.kind == Kind.IPV4_SERVER)
                  && info.destinationPort() == port;
          return !found[0];
        });
    return found[0];
  }

  private static boolean anySource(FdTable fds, int port) {
    boolean[] found = new boolean[1];
    fds.forEach(
        (number, info) -> {
          found[0] = info.kind == Kind.IPV4 && info.sourcePort() == port;
          return !found[0];
        });
    return found[0];
  }
}
