package io.falcoj.probe.procfs;

import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sockets of a network name space, by inode, as {@code /proc/PID/net} lists them. */
final class SocketTables {
  private static final int IPV4 = 3;
  private static final int IPV6 = 4;
  private static final int SERVERS = 2;
  private static final int UNIX = 8;
  private static final int NETLINK = 15;
  private static final int TCP = 2;
  private static final int UDP = 3;
  private static final int RAW = 5;
  private static final String LISTENS = "0A";

  private final Map<Long, FdEntry> sockets = new HashMap<>();

  SocketTables(Path net) {
    inet(net.resolve("tcp"), IPV4, TCP);
    inet(net.resolve("tcp6"), IPV6, TCP);
    inet(net.resolve("udp"), IPV4, UDP);
    inet(net.resolve("udp6"), IPV6, UDP);
    inet(net.resolve("raw"), IPV4, RAW);
    inet(net.resolve("raw6"), IPV6, RAW);
    for (String line : ProcFile.lines(net.resolve("unix"))) {
      unix(line.strip().split("\\s+", 8));
    }
    for (String line : ProcFile.lines(net.resolve("netlink"))) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length >= 10 && !columns[0].equals("sk")) {
        put(ProcFile.number(columns[9]), NETLINK, ByteSlice.EMPTY, 0, ByteSlice.EMPTY, 0, 0, 0, "");
      }
    }
  }

  /** The socket of that inode as a thread's descriptor; null when it is none of these. */
  @Nullable FdEntry find(long inode, long tid, long fd, long flags) {
    FdEntry s = sockets.get(inode);
    return s == null
        ? null
        : new FdEntry(
            tid,
            fd,
            inode,
            s.kind(),
            flags,
            0,
            s.local(),
            s.localPort(),
            s.remote(),
            s.remotePort(),
            s.unixSource(),
            0,
            s.l4proto(),
            s.name());
  }

  private void inet(Path file, int kind, int protocol) {
    for (String line : ProcFile.lines(file)) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length < 10 || columns[0].equals("sl")) {
        continue;
      }
      String[] local = columns[1].split(":");
      String[] remote = columns[2].split(":");
      boolean server = protocol == TCP && columns[3].equals(LISTENS) || port(remote) == 0;
      put(
          ProcFile.number(columns[9]),
          server ? kind + SERVERS : kind,
          address(local[0]),
          port(local),
          server ? ByteSlice.EMPTY : address(remote[0]),
          port(remote),
          0,
          protocol,
          "");
    }
  }

  private void unix(String[] columns) {
    if (columns.length >= 7 && !columns[0].equals("Num")) {
      long pointer = Long.parseUnsignedLong(columns[0].replace(":", ""), 16);
      String path = columns.length > 7 ? columns[7] : "";
      put(
          ProcFile.number(columns[6]),
          UNIX,
          ByteSlice.EMPTY,
          0,
          ByteSlice.EMPTY,
          0,
          pointer,
          0,
          path);
    }
  }

  private void put(
      long inode,
      int kind,
      ByteSlice local,
      int localPort,
      ByteSlice remote,
      int remotePort,
      long pointer,
      int protocol,
      String name) {
    sockets.put(
        inode,
        new FdEntry(
            0,
            0,
            inode,
            kind,
            0,
            0,
            local,
            localPort,
            remote,
            remotePort,
            pointer,
            0,
            protocol,
            ProcFile.slice(name)));
  }

  private static int port(String[] end) {
    return Integer.parseInt(end[1], 16);
  }

  /** Words of four bytes, each with its last byte first. */
  private static ByteSlice address(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int from = (i / 4 * 4 + 3 - i % 4) * 2;
      bytes[i] = (byte) Integer.parseInt(hex.substring(from, from + 2), 16);
    }
    return ByteSlice.of(bytes);
  }
}
