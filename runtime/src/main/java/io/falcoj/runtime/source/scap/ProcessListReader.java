package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;

/**
 * Reads process lists, versions 1 to 9. Each version added fields in the middle; since version 9
 * entries carry their length and fields are appended. Source: {@code scap_read_proclist} in {@code
 * engine/savefile/scap_savefile.c} of falcosecurity/libs.
 */
final class ProcessListReader {
  /** Bytes behind the root directory in entries written before libs 0.10. */
  private static final int OLD_TAIL = 29;

  private final BlockCursor in;

  ProcessListReader(BlockCursor in) {
    this.in = in;
  }

  /** Delivers a block's threads; returns their number. */
  int read(int version, SourceHandler handler) throws SourceException {
    int count = 0;
    while (in.hasEntry()) {
      in.beginEntry();
      long length = version >= 9 ? in.u32() : 0;
      ThreadEntry thread = new ThreadEntry();
      readIdentity(thread, version);
      readResources(thread, version);
      readNamespaces(thread, version);
      readTail(thread, length);
      in.endEntry(length);
      handler.thread(thread);
      count++;
    }
    return count;
  }

  private void readIdentity(ThreadEntry thread, int version) throws SourceException {
    thread.tid = in.i64();
    thread.pid = in.i64();
    thread.ptid = in.i64();
    thread.sid = version >= 6 ? in.i64() : -1;
    thread.vpgid = version >= 8 ? in.i64() : -1;
    thread.comm = in.text();
    thread.exe = in.text();
    if (version >= 7) {
      thread.exepath = in.text();
    }
    thread.args = in.text();
    thread.cwd = in.text();
  }

  private void readResources(ThreadEntry thread, int version) throws SourceException {
    thread.fdLimit = in.i64();
    thread.flags = in.u32();
    thread.uid = in.u32();
    thread.gid = in.u32();
    if (version >= 2) {
      thread.vmSizeKb = in.u32();
      thread.vmRssKb = in.u32();
      thread.vmSwapKb = in.u32();
      thread.majorFaults = in.i64();
      thread.minorFaults = in.i64();
    }
    if (version >= 3) {
      thread.env = in.text();
    }
  }

  private void readNamespaces(ThreadEntry thread, int version) throws SourceException {
    if (version >= 4) {
      thread.vtid = in.i64();
      thread.vpid = in.i64();
      thread.cgroups = in.text();
    }
    if (version >= 5) {
      thread.root = in.text();
    }
  }

  /** The appended fields; two of them stand before older ones since libs 0.10. */
  private void readTail(ThreadEntry thread, long length) throws SourceException {
    boolean old = length - in.consumed() <= OLD_TAIL;
    if (!old && in.has(length, 8)) {
      thread.pidNamespaceStart = in.i64();
    }
    if (!old && in.has(length, 4)) {
      thread.tty = in.u32();
    }
    thread.loginuid = in.has(length, 4) ? in.u32() : thread.loginuid;
    thread.exeWritable = flag(length);
    thread.capInheritable = number(length);
    thread.capPermitted = number(length);
    thread.capEffective = number(length);
    thread.exeUpperLayer = flag(length);
    thread.exeInode = number(length);
    thread.exeInodeCtime = number(length);
    thread.exeInodeMtime = number(length);
    thread.exeFromMemfd = flag(length);
    thread.exeLowerLayer = flag(length);
    thread.pgid = in.has(length, 8) ? in.i64() : thread.pgid;
  }

  private boolean flag(long length) throws SourceException {
    return in.has(length, 1) && in.u8() != 0;
  }

  private long number(long length) throws SourceException {
    return in.has(length, 8) ? in.i64() : 0;
  }
}
