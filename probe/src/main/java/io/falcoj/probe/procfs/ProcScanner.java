package io.falcoj.probe.procfs;

import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** What exists on this machine now: itself, users, addresses, threads, descriptors. */
public final class ProcScanner {
  private static final int LONGEST_NAME = 15;
  private final Path proc;
  private final ThreadReader threads;
  private final DescriptorReader descriptors;

  private ProcScanner(Path proc, long bootTime) {
    this.proc = proc;
    this.threads = new ThreadReader(proc, bootTime);
    this.descriptors = new DescriptorReader(proc);
  }

  /**
   * Begins a section with what exists beside processes.
   *
   * @param cpus processors
   * @param bootTime nanoseconds since the epoch
   */
  public static void begin(int cpus, long bootTime, SourceHandler handler) {
    handler.section();
    new ProcScanner(Path.of("/proc"), bootTime).machine(cpus, bootTime, handler);
    Accounts.deliver(Path.of("/etc/passwd"), Path.of("/etc/group"), handler);
    Interfaces.deliver(handler);
  }

  /**
   * Delivers all threads and descriptors.
   *
   * @param bootTime nanoseconds since the epoch
   * @param now what time it is, nanoseconds since the epoch by the clock of events
   * @return number of threads
   */
  public static int processes(long bootTime, LongSupplier now, SourceHandler handler) {
    return new ProcScanner(Path.of("/proc"), bootTime).deliver(now, handler);
  }

  /**
   * The control groups of a thread as entries have them; empty when it is gone.
   *
   * @see ThreadEntry#cgroups
   */
  public static ByteSlice cgroups(long tid) {
    return ThreadReader.cgroups(Path.of("/proc", Long.toString(tid)));
  }

  /** Program name and arguments that the process shows now; empty when it is gone. */
  public static byte[] commandLine(long pid) {
    return ProcFile.bytes(Path.of("/proc", Long.toString(pid), "cmdline"));
  }

  /** Whether a thread of that name is there. */
  public static boolean isThere(long pid, long tid, ByteSlice comm) {
    Path file = Path.of("/proc", Long.toString(pid), "task", Long.toString(tid), "comm");
    String name = ProcFile.line(file);
    String known = new String(comm.toBytes(), StandardCharsets.ISO_8859_1);
    return comm.isEmpty() ? Files.exists(file) : name.equals(known) || isLonger(name, known);
  }

  /** Names of the kernel's own threads are longer here than where the kernel itself keeps them. */
  private static boolean isLonger(String name, String known) {
    return name.startsWith(known)
        && (known.length() == LONGEST_NAME || known.startsWith("kworker/"));
  }

  private void machine(int cpus, long bootTime, SourceHandler handler) {
    long memory = 0;
    for (String line : ProcFile.lines(proc.resolve("meminfo"))) {
      if (line.startsWith("MemTotal:")) {
        memory = ProcFile.number(line.split("\\s+")[1]) * 1024;
      }
    }
    handler.machine(
        new MachineEntry(
            cpus,
            memory,
            ProcFile.number(ProcFile.line(proc.resolve("sys/kernel/pid_max"))),
            ProcFile.line(proc.resolve("sys/kernel/hostname")),
            bootTime));
  }

  private int deliver(LongSupplier now, SourceHandler handler) {
    int count = 0;
    for (long pid : numbers(proc)) {
      long seenAt = now.getAsLong();
      ThreadEntry process = threads.process(pid);
      if (process == null) {
        continue;
      }
      process.seenAt = seenAt;
      process.descriptorsSeenAt = seenAt;
      handler.thread(process);
      count++;
      for (long tid : numbers(proc.resolve(pid + "/task"))) {
        ThreadEntry thread = tid == pid ? null : threads.thread(process, tid);
        if (thread != null) {
          thread.seenAt = seenAt;
          handler.thread(thread);
          count++;
        }
      }
      for (long fd : numbers(proc.resolve(pid + "/fd"))) {
        FdEntry descriptor = descriptors.read(pid, fd);
        if (descriptor != null) {
          handler.descriptor(descriptor);
        }
      }
    }
    return count;
  }

  private static List<Long> numbers(Path folder) {
    List<Long> numbers = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "[0-9]*")) {
      for (Path entry : entries) {
        numbers.add(Long.parseLong(entry.getFileName().toString()));
      }
    } catch (IOException | RuntimeException e) {
      return numbers; // gone while it was read
    }
    numbers.sort(null);
    return numbers;
  }
}
