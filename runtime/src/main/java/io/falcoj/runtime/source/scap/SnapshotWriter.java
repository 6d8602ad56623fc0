package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.util.List;

/**
 * Writes the blocks that a section has before its events, in their newest versions. Texts are cut
 * to the lengths that libs reads ({@code userspace/libscap/scap_limits.h}).
 */
final class SnapshotWriter {
  /** Paths and names of processes; one byte less for those of descriptors. */
  private static final int MAX_PATH = 1024;

  private static final int MAX_NAME = 1023;
  private static final int MAX_LIST = 4096;
  private static final int MAX_CREDENTIAL = 255;
  private static final int HOSTNAME_LENGTH = 128;

  private final BlockBuffer out;

  SnapshotWriter(BlockBuffer out) {
    this.out = out;
  }

  void section() {
    out.beginBlock(BlockType.SECTION);
    out.put32(0x1A2B3C4D);
    out.put16(1);
    out.put16(2);
    out.put64(-1);
    out.endBlock();
  }

  void machine(MachineEntry machine) {
    out.beginBlock(BlockType.MACHINE);
    out.put32(machine.cpus());
    out.put64(machine.memoryBytes());
    out.put64(machine.maxPid());
    ByteSlice name = ByteSlice.of(machine.hostname());
    out.putFixed(ByteSlice.of(name.array(), 0, Math.min(name.length(), 127)), HOSTNAME_LENGTH);
    out.put64(machine.bootTime());
    for (int reserved = 0; reserved < 3; reserved++) {
      out.put64(0);
    }
    out.endBlock();
  }

  void interfaces(List<InterfaceEntry> entries) {
    out.beginBlock(BlockType.INTERFACES_V2);
    for (InterfaceEntry entry : entries) {
      int mark = out.beginEntry();
      int size = entry.address().length();
      out.put16(size == 16 ? 2 : 1);
      out.put16(Math.min(entry.name().length(), MAX_NAME));
      out.putFixed(entry.address(), size);
      out.putFixed(entry.netmask(), size);
      out.putFixed(entry.broadcast(), size);
      out.put64(entry.linkSpeed());
      out.putFixed(entry.name(), Math.min(entry.name().length(), MAX_NAME));
      out.endInnerEntry(mark);
    }
    out.endBlock();
  }

  void users(List<UserEntry> entries) {
    out.beginBlock(BlockType.USERS_V2);
    for (UserEntry entry : entries) {
      int mark = out.beginEntry();
      out.put8(entry.group() ? 1 : 0);
      out.put32(entry.id());
      if (!entry.group()) {
        out.put32(entry.gid());
      }
      out.putText(entry.name(), MAX_CREDENTIAL);
      if (!entry.group()) {
        out.putText(entry.home(), MAX_CREDENTIAL);
        out.putText(entry.shell(), MAX_CREDENTIAL);
      }
      out.endEntry(mark);
    }
    out.endBlock();
  }

  void threads(List<ThreadEntry> entries) {
    out.beginBlock(BlockType.PROCESSES_V9);
    for (ThreadEntry thread : entries) {
      int mark = out.beginEntry();
      identity(thread);
      resources(thread);
      tail(thread);
      out.endEntry(mark);
    }
    out.endBlock();
  }

  private void identity(ThreadEntry thread) {
    out.put64(thread.tid);
    out.put64(thread.pid);
    out.put64(thread.ptid);
    out.put64(thread.sid);
    out.put64(thread.vpgid);
    out.putText(thread.comm, MAX_PATH);
    out.putText(thread.exe, MAX_PATH);
    out.putText(thread.exepath, MAX_PATH);
    out.putText(thread.args, MAX_LIST);
    out.putText(thread.cwd, MAX_PATH);
  }

  private void resources(ThreadEntry thread) {
    out.put64(thread.fdLimit);
    out.put32(thread.flags);
    out.put32(thread.uid);
    out.put32(thread.gid);
    out.put32(thread.vmSizeKb);
    out.put32(thread.vmRssKb);
    out.put32(thread.vmSwapKb);
    out.put64(thread.majorFaults);
    out.put64(thread.minorFaults);
    out.putText(thread.env, MAX_LIST);
    out.put64(thread.vtid);
    out.put64(thread.vpid);
    out.putText(thread.cgroups, MAX_LIST);
    out.putText(thread.root, MAX_PATH);
  }

  private void tail(ThreadEntry thread) {
    out.put64(thread.pidNamespaceStart);
    out.put32(thread.tty);
    out.put32(thread.loginuid);
    out.put8(thread.exeWritable ? 1 : 0);
    out.put64(thread.capInheritable);
    out.put64(thread.capPermitted);
    out.put64(thread.capEffective);
    out.put8(thread.exeUpperLayer ? 1 : 0);
    out.put64(thread.exeInode);
    out.put64(thread.exeInodeCtime);
    out.put64(thread.exeInodeMtime);
    out.put8(thread.exeFromMemfd ? 1 : 0);
    out.put8(thread.exeLowerLayer ? 1 : 0);
    out.put64(thread.pgid);
  }

  void descriptors(long tid, List<FdEntry> entries) {
    out.beginBlock(BlockType.DESCRIPTORS_V2);
    out.put64(tid);
    for (FdEntry entry : entries) {
      int mark = out.beginEntry();
      out.put64(entry.fd());
      out.put64(entry.inode());
      out.put8(entry.kind());
      descriptor(entry);
      out.endEntry(mark);
    }
    out.endBlock();
  }

  private void descriptor(FdEntry entry) {
    switch (entry.kind()) {
      case FdKind.IPV4_SOCKET -> connection(entry, 4);
      case FdKind.IPV6_SOCKET -> connection(entry, 16);
      case FdKind.IPV4_SERVER -> server(entry, 4);
      case FdKind.IPV6_SERVER -> server(entry, 16);
      case FdKind.UNIX_SOCKET -> {
        out.put64(entry.unixSource());
        out.put64(entry.unixDestination());
        out.putText(entry.name(), MAX_NAME);
      }
      case FdKind.FILE_V2 -> {
        out.put32(entry.flags());
        out.putText(entry.name(), MAX_NAME);
        out.put32(entry.device());
      }
      case FdKind.UNKNOWN -> {
        // nothing follows
      }
      default -> out.putText(entry.name(), MAX_NAME);
    }
  }

  private void connection(FdEntry entry, int size) {
    out.putFixed(entry.local(), size);
    out.putFixed(entry.remote(), size);
    out.put16(entry.localPort());
    out.put16(entry.remotePort());
    out.put8(entry.l4proto());
  }

  private void server(FdEntry entry, int size) {
    out.putFixed(entry.local(), size);
    out.put16(entry.localPort());
    out.put8(entry.l4proto());
  }
}
