package io.falcoj.probe.snapshot;

import static io.falcoj.probe.schema.SnapshotLayout.*;

import io.falcoj.probe.procfs.OpenFlags;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the record of a socket: of those that {@code /proc/PID/net} lists. */
final class SocketRecord {
  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW = 3;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int LISTENS = 10;

  private static final int KIND_IPV4 = 3;
  private static final int KIND_IPV6 = 4;
  private static final int SERVERS = 2;
  private static final int KIND_UNIX = 8;
  private static final int KIND_NETLINK = 15;
  private static final int L4_TCP = 2;
  private static final int L4_UDP = 3;
  private static final int L4_RAW = 5;

  private final ByteBuffer bytes;
  private final int at;

  SocketRecord(ByteBuffer bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  @Nullable FdEntry entry(long pid, long fd, long inode, byte[] name) {
    return switch (number(FILE_FAMILY)) {
      case AF_INET -> inet(pid, fd, inode, KIND_IPV4, 4);
      case AF_INET6 -> inet(pid, fd, inode, KIND_IPV6, 16);
      case AF_UNIX -> unix(pid, fd, inode, name);
      case AF_NETLINK ->
          number(FILE_BOUND) == 0 ? null : plain(pid, fd, inode, KIND_NETLINK, 0, 0, "");
      default -> null;
    };
  }

  private @Nullable FdEntry inet(long pid, long fd, long inode, int kind, int length) {
    int protocol = protocol();
    int localPort = number(FILE_LOCAL_PORT);
    int remotePort = number(FILE_REMOTE_PORT);
    boolean known = localPort != 0 || remotePort != 0; // else nothing was done with it yet
    if (protocol == 0 || !known) {
      return null;
    }
    boolean server = protocol == L4_TCP && number(FILE_STATE) == LISTENS || remotePort == 0;
    return new FdEntry(
        pid,
        fd,
        inode,
        server ? kind + SERVERS : kind,
        flags(),
        0,
        address(FILE_LOCAL, length),
        localPort,
        server ? ByteSlice.EMPTY : address(FILE_REMOTE, length),
        remotePort,
        0,
        0,
        protocol,
        ByteSlice.EMPTY);
  }

  private int protocol() {
    if (number(FILE_TYPE) == SOCK_RAW) {
      return L4_RAW;
    }
    return switch (number(FILE_PROTOCOL)) {
      case TCP -> L4_TCP;
      case UDP -> L4_UDP;
      default -> 0;
    };
  }

  /** The NULs of an abstract address are shown as {@code @}; a path ends at its first. */
  private FdEntry unix(long pid, long fd, long inode, byte[] address) {
    boolean isAbstract = address.length > 0 && address[0] == 0;
    StringBuilder name = new StringBuilder();
    for (byte each : address) {
      if (each == 0 && !isAbstract) {
        break;
      }
      name.append(each == 0 ? '@' : (char) (each & 0xFF));
    }
    long peer = bytes.getLong(at + FILE_PEER);
    return plain(pid, fd, inode, KIND_UNIX, bytes.getLong(at + FILE_SOCKET), peer, name.toString());
  }

  private FdEntry plain(
      long pid, long fd, long inode, int kind, long socket, long peer, String name) {
    byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
    return new FdEntry(
        pid,
        fd,
        inode,
        kind,
        flags(),
        0,
        ByteSlice.EMPTY,
        0,
        ByteSlice.EMPTY,
        0,
        socket,
        peer,
        0,
        ByteSlice.of(text));
  }

  private long flags() {
    return OpenFlags.ofOthers(bytes.getInt(at + FILE_FLAGS));
  }

  private ByteSlice address(int offset, int length) {
    byte[] address = new byte[length];
    bytes.get(at + offset, address);
    return ByteSlice.of(address);
  }

  private int number(int offset) {
    return bytes.getShort(at + offset) & 0xFFFF;
  }
}
