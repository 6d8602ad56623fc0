package io.falcoj.probe.snapshot;

import static io.falcoj.probe.schema.SnapshotLayout.*;

import io.falcoj.probe.procfs.ThreadEntries;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads a record of a thread. */
final class TaskRecord {
  private static final String MEMFD = "/memfd:";
  private static final int LONGEST_TEXT = 4096;
  private static final int KB_PER_PAGE = 4;

  private final ByteBuffer bytes;
  private final int at;

  TaskRecord(ByteBuffer bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  long cgroups() {
    return bytes.getLong(at + TASK_CGROUPS);
  }

  /** Faults of threads of the process that have ended: minor ones, then major ones. */
  long endedFaults(int which) {
    return bytes.getLong(at + TASK_FAULTS + 16 + 8 * which);
  }

  /** All but the control groups; texts only of main threads, which alone have them. */
  ThreadEntry entry(long bootTime) {
    ThreadEntry t = new ThreadEntry();
    numbers(t, bootTime);
    executable(t);
    int text = at + TASK_BYTES;
    ByteSlice[] texts = new ByteSlice[5];
    for (int i = 0; i < texts.length; i++) {
      int length = bytes.getShort(at + TASK_LENGTHS + 2 * i) & 0xFFFF;
      texts[i] = slice(text, length);
      text += length;
    }
    t.exepath = texts[0];
    t.exeFromMemfd = new String(texts[0].toBytes(), StandardCharsets.ISO_8859_1).startsWith(MEMFD);
    t.cwd = texts[1];
    t.root = texts[2];
    ThreadEntries.setCommandLine(t, texts[3].toBytes());
    t.env = texts[4];
    t.exeWritable =
        t.exeInode != 0
            && ThreadEntries.mayWrite(
                t,
                unsigned(TASK_EXE_UID),
                unsigned(TASK_EXE_GID),
                bytes.getInt(at + TASK_EXE_MODE));
    return t;
  }

  /** Whether the process has written over the end of its arguments, as to give itself a title. */
  boolean hasTitle() {
    int length = bytes.getShort(at + TASK_LENGTHS + 6) & 0xFFFF;
    int before = 0;
    for (int i = 0; i < 3; i++) {
      before += bytes.getShort(at + TASK_LENGTHS + 2 * i) & 0xFFFF;
    }
    return length > 0
        && length < LONGEST_TEXT
        && bytes.get(at + TASK_BYTES + before + length - 1) != 0;
  }

  private void numbers(ThreadEntry t, long bootTime) {
    t.tid = unsigned(TASK_TID);
    t.seenAt = bytes.getLong(at + TASK_SEEN) + bootTime;
    t.startedAt = bytes.getLong(at + TASK_STARTED) + bootTime;
    t.pid = number(0);
    t.ptid = number(1);
    t.pgid = number(2);
    t.vtid = number(3);
    t.vpid = number(4);
    t.vpgid = number(5);
    t.sid = number(6);
    t.uid = number(7);
    t.gid = number(8);
    t.loginuid = number(9);
    t.tty = number(10);
    t.capInheritable = bytes.getLong(at + TASK_CAPABILITIES);
    t.capPermitted = bytes.getLong(at + TASK_CAPABILITIES + 8);
    t.capEffective = bytes.getLong(at + TASK_CAPABILITIES + 16);
    t.fdLimit = Math.max(0, bytes.getLong(at + TASK_FD_LIMIT)); // all ones: there is none
    t.vmSizeKb = KB_PER_PAGE * bytes.getLong(at + TASK_PAGES);
    t.vmRssKb = KB_PER_PAGE * Math.max(0, bytes.getLong(at + TASK_RESIDENT));
    t.vmSwapKb = KB_PER_PAGE * Math.max(0, bytes.getLong(at + TASK_SWAPPED));
    t.minorFaults = bytes.getLong(at + TASK_FAULTS);
    t.majorFaults = bytes.getLong(at + TASK_FAULTS + 8);
    int comm = 0;
    while (comm < TASK_COMM_BYTES && bytes.get(at + TASK_COMM + comm) != 0) {
      comm++;
    }
    t.comm = slice(at + TASK_COMM, comm);
  }

  private void executable(ThreadEntry t) {
    t.exeInode = bytes.getLong(at + TASK_EXE_INODE);
    t.exeInodeCtime = bytes.getLong(at + TASK_EXE_CTIME);
    t.exeInodeMtime = bytes.getLong(at + TASK_EXE_MTIME);
  }

  private long number(int index) {
    return unsigned(TASK_NUMBERS + 4 * index);
  }

  private long unsigned(int offset) {
    return bytes.getInt(at + offset) & 0xFFFF_FFFFL;
  }

  private ByteSlice slice(int from, int length) {
    byte[] text = new byte[length];
    bytes.get(from, text);
    return ByteSlice.of(text);
  }
}
