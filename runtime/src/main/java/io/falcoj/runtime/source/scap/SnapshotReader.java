package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.value.ByteSlice;

/** Reads the blocks that a section has before its events: what was there when it was recorded. */
final class SnapshotReader {
  private static final int HOSTNAME_LENGTH = 128;
  private static final int IPV4 = 1;
  private static final int IPV6 = 2;
  private static final int IPV4_WITHOUT_SPEED = 3;
  private static final int IPV6_WITHOUT_SPEED = 4;

  private final BlockCursor in;
  private final ProcessListReader processes;
  private final DescriptorListReader descriptors;

  SnapshotReader(ByteWindow window) {
    this.in = new BlockCursor(window);
    this.processes = new ProcessListReader(in);
    this.descriptors = new DescriptorListReader(in);
  }

  /**
   * Reads a block's body and delivers what it holds.
   *
   * @param bodyLength bytes between the block's header and its trailing length
   * @return number of entries
   */
  int read(BlockType type, long bodyLength, SourceHandler handler) throws SourceException {
    in.begin(bodyLength);
    int entries =
        switch (type.content()) {
          case MACHINE -> machine(handler);
          case PROCESSES -> processes.read(type.version(), handler);
          case DESCRIPTORS -> descriptors.read(type.version(), handler);
          case INTERFACES -> interfaces(type.version(), handler);
          case USERS -> users(type.version(), handler);
          case SECTION, EVENT, UNKNOWN -> 0;
        };
    in.end();
    return entries;
  }

  private int machine(SourceHandler handler) throws SourceException {
    int cpus = (int) in.u32();
    long memory = in.i64();
    long maxPid = in.i64();
    ByteSlice name = in.bytes(HOSTNAME_LENGTH);
    int end = name.indexOf((byte) 0, 0);
    String hostname =
        ByteSlice.of(name.array(), name.offset(), end < 0 ? name.length() : end).toString();
    handler.machine(new MachineEntry(cpus, memory, maxPid, hostname, in.i64()));
    return 1;
  }

  private int users(int version, SourceHandler handler) throws SourceException {
    int count = 0;
    while (in.hasEntry()) {
      in.beginEntry();
      long length = version >= 2 ? in.u32() : 0;
      UserEntry entry = in.u8() == 0 ? user() : group();
      in.endEntry(length);
      handler.user(entry);
      count++;
    }
    return count;
  }

  private UserEntry user() throws SourceException {
    long uid = in.u32();
    long gid = in.u32();
    ByteSlice name = in.text();
    ByteSlice home = in.text();
    return new UserEntry(false, uid, gid, name, home, in.text());
  }

  private UserEntry group() throws SourceException {
    long gid = in.u32();
    return new UserEntry(true, gid, gid, in.text(), ByteSlice.EMPTY, ByteSlice.EMPTY);
  }

  private int interfaces(int version, SourceHandler handler) throws SourceException {
    int count = 0;
    while (in.hasEntry()) {
      // unlike in the other lists, the length does not count itself
      long length = version >= 2 ? in.u32() : 0;
      in.beginEntry();
      InterfaceEntry entry = networkInterface();
      in.endEntry(length);
      handler.networkInterface(entry);
      count++;
    }
    return count;
  }

  private InterfaceEntry networkInterface() throws SourceException {
    int kind = in.u16();
    int nameLength = in.u16();
    int size =
        switch (kind) {
          case IPV4, IPV4_WITHOUT_SPEED -> 4;
          case IPV6, IPV6_WITHOUT_SPEED -> 16;
          default -> throw in.damage("corrupted interface list: address of kind " + kind);
        };
    ByteSlice address = in.bytes(size);
    ByteSlice netmask = in.bytes(size);
    ByteSlice broadcast = in.bytes(size);
    long speed = kind == IPV4 || kind == IPV6 ? in.i64() : 0;
    return new InterfaceEntry(address, netmask, broadcast, speed, in.bytes(nameLength));
  }
}
