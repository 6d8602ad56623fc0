package io.falcoj.probe.snapshot;

import static io.falcoj.probe.schema.SnapshotLayout.*;

import io.falcoj.probe.procfs.DescriptorKinds;
import io.falcoj.probe.procfs.OpenFlags;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a record of a descriptor. */
final class FileRecord {
  private static final int TYPE = 0170000;
  private static final int DIRECTORY = 0040000;

  private final ByteBuffer bytes;
  private final int at;

  FileRecord(ByteBuffer bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  long pid() {
    return bytes.getInt(at + FILE_PID);
  }

  long seenAt(long bootTime) {
    return bytes.getLong(at + FILE_SEEN) + bootTime;
  }

  /** Null when nothing is known of its kind. */
  @Nullable FdEntry entry() {
    long fd = bytes.getInt(at + FILE_FD);
    if (bytes.getLong(at + FILE_SOCKET) != 0) {
      return new SocketRecord(bytes, at).entry(pid(), fd, inode(), name());
    }
    String target = new String(name(), StandardCharsets.ISO_8859_1);
    boolean directory = (bytes.getInt(at + FILE_MODE) & TYPE) == DIRECTORY;
    int kind = DescriptorKinds.of(target, directory);
    if (target.isEmpty() || kind == DescriptorKinds.UNSUPPORTED) {
      return null;
    }
    boolean file = kind == DescriptorKinds.FILE;
    String name = DescriptorKinds.name(target);
    int flags = bytes.getInt(at + FILE_FLAGS);
    return new FdEntry(
        pid(),
        fd,
        DescriptorKinds.hasInode(target) ? inode() : 0,
        kind,
        file ? OpenFlags.ofKernel(flags) : OpenFlags.ofOthers(flags),
        file ? bytes.getInt(at + FILE_DEVICE) & 0xFFFF_FFFFL : 0,
        ByteSlice.EMPTY,
        0,
        ByteSlice.EMPTY,
        0,
        0,
        0,
        0,
        ByteSlice.of(name.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private long inode() {
    return bytes.getLong(at + FILE_INODE);
  }

  private byte[] name() {
    byte[] name = new byte[bytes.getShort(at + FILE_NAME_LENGTH) & 0xFFFF];
    bytes.get(at + FILE_BYTES, name);
    return name;
  }
}
