package io.falcoj.probe.procfs;

import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one thread from its folder in {@code /proc}. */
final class ThreadReader {
  /** Of {@code /proc}: hundredths of a second, whatever the kernel's own tick is. */
  private static final long NANOS_PER_TICK = 10_000_000;

  private static final String CGROUP_V2 = "0::";

  private static final List<String> UNIFIED_CONTROLLERS = List.of("cpuset", "cpu", "io", "memory");

  private final Path proc;
  private final long bootTime;

  /**
   * @param bootTime nanoseconds since the epoch
   */
  ThreadReader(Path proc, long bootTime) {
    this.proc = proc;
    this.bootTime = bootTime;
  }

  /** The main thread of a process; null when it is gone. */
  @Nullable ThreadEntry process(long pid) {
    return read(proc.resolve(Long.toString(pid)), pid, pid);
  }

  /** Another thread of a process, of which the rest is known; null when it is gone. */
  @Nullable ThreadEntry thread(ThreadEntry process, long tid) {
    Path folder = proc.resolve(process.pid + "/task/" + tid);
    ThreadEntry thread = numbers(folder, process.pid, tid);
    if (thread != null) {
      ThreadEntries.belong(thread, process);
      thread.fdLimit = process.fdLimit;
      thread.cgroups = cgroups(folder);
    }
    return thread;
  }

  private @Nullable ThreadEntry read(Path folder, long pid, long tid) {
    ThreadEntry thread = numbers(folder, pid, tid);
    if (thread == null) {
      return null;
    }
    ThreadEntries.setCommandLine(thread, ProcFile.bytes(folder.resolve("cmdline")));
    thread.env = ByteSlice.of(ProcFile.bytes(folder.resolve("environ")));
    String exe = ProcFile.link(folder.resolve("exe"));
    thread.exepath = ProcFile.slice(exe);
    thread.exeFromMemfd = exe.startsWith("/memfd:");
    thread.cwd = ProcFile.slice(ProcFile.link(folder.resolve("cwd")));
    thread.root = ProcFile.slice(ProcFile.link(folder.resolve("root")));
    thread.cgroups = cgroups(folder);
    String login = ProcFile.line(folder.resolve("loginuid"));
    thread.loginuid = login.isEmpty() ? 0xFFFF_FFFFL : ProcFile.number(login);
    executable(thread, folder.resolve("exe"));
    return thread;
  }

  private @Nullable ThreadEntry numbers(Path folder, long pid, long tid) {
    Map<String, String> status = status(folder);
    String stat = ProcFile.line(folder.resolve("stat"));
    int name = stat.lastIndexOf(')');
    if (status.isEmpty() || name < 0) {
      return null;
    }
    String[] fields = stat.substring(name + 2).split(" ");
    ThreadEntry thread = new ThreadEntry();
    thread.tid = tid;
    thread.pid = pid;
    thread.ptid = ProcFile.number(fields[1]);
    thread.pgid = ProcFile.number(fields[2]);
    thread.sid = last(status, "NSsid");
    thread.tty = ProcFile.number(fields[4]);
    thread.minorFaults = ProcFile.number(fields[7]);
    thread.majorFaults = ProcFile.number(fields[9]);
    thread.vpgid = last(status, "NSpgid");
    thread.vtid = last(status, "NSpid");
    thread.vpid = last(status, "NStgid");
    thread.comm =
        ByteSlice.of(
            stat.substring(stat.indexOf('(') + 1, name).getBytes(StandardCharsets.ISO_8859_1));
    thread.uid = id(status, "Uid");
    thread.gid = id(status, "Gid");
    thread.vmSizeKb = first(status, "VmSize");
    thread.vmRssKb = first(status, "VmRSS");
    thread.vmSwapKb = first(status, "VmSwap");
    thread.capInheritable = hex(status, "CapInh");
    thread.capPermitted = hex(status, "CapPrm");
    thread.capEffective = hex(status, "CapEff");
    thread.fdLimit = fdLimit(folder);
    thread.startedAt = ProcFile.number(fields[19]) * NANOS_PER_TICK + bootTime;
    return thread;
  }

  private static Map<String, String> status(Path folder) {
    Map<String, String> values = new HashMap<>();
    for (String line : ProcFile.lines(folder.resolve("status"))) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        values.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return values;
  }

  /** Effective one of the four ids. */
  private static long id(Map<String, String> status, String key) {
    String[] ids = status.getOrDefault(key, "").split("\\s+");
    return ids.length < 2 ? 0 : ProcFile.number(ids[1]);
  }

  private static long first(Map<String, String> status, String key) {
    return ProcFile.number(status.getOrDefault(key, "0").split("\\s+")[0]);
  }

  /** In the innermost name space. */
  private static long last(Map<String, String> status, String key) {
    String[] numbers = status.getOrDefault(key, "-1").split("\\s+");
    return ProcFile.number(numbers[numbers.length - 1]);
  }

  private static long hex(Map<String, String> status, String key) {
    return Long.parseUnsignedLong(status.getOrDefault(key, "0"), 16);
  }

  private static long fdLimit(Path folder) {
    for (String line : ProcFile.lines(folder.resolve("limits"))) {
      if (line.startsWith("Max open files")) {
        return ProcFile.number(line.substring("Max open files".length()).strip().split("\\s+")[0]);
      }
    }
    return 0;
  }

  /**
   * {@code subsystem=path}, each ended by a NUL; those of the unified hierarchy all have its path.
   */
  static ByteSlice cgroups(Path folder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : ProcFile.lines(folder.resolve("cgroup"))) {
      String[] parts = line.split(":", 3);
      if (parts.length < 3) {
        continue;
      }
      List<String> subsystems =
          line.startsWith(CGROUP_V2) ? UNIFIED_CONTROLLERS : List.of(parts[1].split(","));
      for (String subsystem : subsystems) {
        out.writeBytes((subsystem + "=" + parts[2] + "\0").getBytes(StandardCharsets.UTF_8));
      }
    }
    return ByteSlice.of(out.toByteArray());
  }

  private static void executable(ThreadEntry thread, Path exe) {
    FileFacts file = FileFacts.of(exe);
    if (file == null) {
      return; // a kernel thread, or one that is not ours to look at
    }
    thread.exeInode = file.inode();
    thread.exeInodeCtime = file.ctime();
    thread.exeInodeMtime = file.mtime();
    thread.exeWritable = ThreadEntries.mayWrite(thread, file.uid(), file.gid(), file.mode());
  }
}
