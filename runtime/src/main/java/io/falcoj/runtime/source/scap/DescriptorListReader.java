package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.value.ByteSlice;

/**
 * Reads the descriptors of one thread. Source: {@code scap_fd_read_from_disk} in {@code
 * engine/savefile/scap_savefile.c} of falcosecurity/libs.
 */
final class DescriptorListReader {
  private final BlockCursor in;

  DescriptorListReader(BlockCursor in) {
    this.in = in;
  }

  /** Delivers a block's descriptors; returns their number. */
  int read(int version, SourceHandler handler) throws SourceException {
    long tid = in.i64();
    int count = 0;
    while (in.hasEntry()) {
      in.beginEntry();
      long length = version >= 2 ? in.u32() : 0;
      FdEntry entry = entry(tid, length);
      in.endEntry(length);
      handler.descriptor(entry);
      count++;
    }
    return count;
  }

  private FdEntry entry(long tid, long length) throws SourceException {
    long fd = in.i64();
    long inode = in.i64();
    int kind = in.u8();
    return switch (kind) {
      case FdKind.IPV4_SOCKET -> connection(tid, fd, inode, kind, 4);
      case FdKind.IPV6_SOCKET -> connection(tid, fd, inode, kind, 16);
      case FdKind.IPV4_SERVER -> server(tid, fd, inode, kind, 4);
      case FdKind.IPV6_SERVER -> server(tid, fd, inode, kind, 16);
      case FdKind.UNIX_SOCKET -> unix(tid, fd, inode, kind);
      case FdKind.FILE_V2 -> file(tid, fd, inode, kind, length);
      case FdKind.UNKNOWN -> named(tid, fd, inode, kind, ByteSlice.EMPTY);
      default ->
          kind <= FdKind.LAST
              ? named(tid, fd, inode, kind, in.text())
              : named(
                  tid, fd, inode, FdKind.UNSUPPORTED, ByteSlice.of("unknown-type:[" + kind + "]"));
    };
  }

  private FdEntry connection(long tid, long fd, long inode, int kind, int size)
      throws SourceException {
    ByteSlice source = in.bytes(size);
    ByteSlice destination = in.bytes(size);
    int sourcePort = in.u16();
    int destinationPort = in.u16();
    int protocol = in.u8();
    return new FdEntry(
        tid,
        fd,
        inode,
        kind,
        0,
        0,
        source,
        sourcePort,
        destination,
        destinationPort,
        0,
        0,
        protocol,
        ByteSlice.EMPTY);
  }

  private FdEntry server(long tid, long fd, long inode, int kind, int size) throws SourceException {
    ByteSlice address = in.bytes(size);
    int port = in.u16();
    int protocol = in.u8();
    return new FdEntry(
        tid,
        fd,
        inode,
        kind,
        0,
        0,
        address,
        port,
        ByteSlice.EMPTY,
        0,
        0,
        0,
        protocol,
        ByteSlice.EMPTY);
  }

  private FdEntry unix(long tid, long fd, long inode, int kind) throws SourceException {
    long source = in.i64();
    long destination = in.i64();
    ByteSlice path = in.text();
    return new FdEntry(
        tid,
        fd,
        inode,
        kind,
        0,
        0,
        ByteSlice.EMPTY,
        0,
        ByteSlice.EMPTY,
        0,
        source,
        destination,
        0,
        path);
  }

  private FdEntry file(long tid, long fd, long inode, int kind, long length)
      throws SourceException {
    long flags = in.u32();
    ByteSlice path = in.text();
    long device = in.has(length, 4) ? in.u32() : 0;
    return new FdEntry(
        tid, fd, inode, kind, flags, device, ByteSlice.EMPTY, 0, ByteSlice.EMPTY, 0, 0, 0, 0, path);
  }

  private static FdEntry named(long tid, long fd, long inode, int kind, ByteSlice name) {
    return new FdEntry(
        tid, fd, inode, kind, 0, 0, ByteSlice.EMPTY, 0, ByteSlice.EMPTY, 0, 0, 0, 0, name);
  }
}
