package io.falcoj.probe.procfs;

import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.value.ByteSlice;

/** What both ways of looking at threads conclude from what they see. */
public final class ThreadEntries {
  private static final long CLONE_FILES = 1;
  private static final long CLONE_THREAD = 8192;
  private static final long CLONE_VM = 32768;

  private ThreadEntries() {}

  /** Gives another thread of a process what all its threads have. */
  public static void belong(ThreadEntry thread, ThreadEntry process) {
    thread.flags = CLONE_FILES | CLONE_THREAD | CLONE_VM;
    thread.exe = process.exe;
    thread.exepath = process.exepath;
    thread.args = process.args;
    thread.env = process.env;
    thread.cwd = process.cwd;
    thread.root = process.root;
    thread.loginuid = process.loginuid;
    thread.exeInode = process.exeInode;
    thread.exeInodeCtime = process.exeInodeCtime;
    thread.exeInodeMtime = process.exeInodeMtime;
    thread.exeWritable = process.exeWritable;
    thread.exeFromMemfd = process.exeFromMemfd;
  }

  /**
   * Takes program name and arguments apart; what has none, as threads of the kernel, has its name.
   */
  public static void setCommandLine(ThreadEntry thread, byte[] line) {
    int end = 0;
    while (end < line.length && line[end] != 0) {
      end++;
    }
    thread.exe = line.length == 0 ? thread.comm : ByteSlice.of(line, 0, end);
    int args = Math.min(end + 1, line.length);
    thread.args = ByteSlice.of(line, args, line.length - args);
  }

  /** Whether the process may write a file, the program that it runs. */
  public static boolean mayWrite(ThreadEntry thread, long owner, long group, int mode) {
    return thread.uid == owner
        || thread.uid == 0
        || (mode & 0002) != 0
        || (thread.gid == group && (mode & 0020) != 0);
  }
}
