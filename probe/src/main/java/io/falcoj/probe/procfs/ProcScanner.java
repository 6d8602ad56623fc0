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

/** What exists on this machine now: itself, users, addresses, threads, descriptors. */
public final class ProcScanner {
  private final Path proc;
  private final ThreadReader threads;
  private final DescriptorReader descriptors;

  private ProcScanner(Path proc) {
    this.proc = proc;
    this.threads = new ThreadReader(proc);
    this.descriptors = new DescriptorReader(proc);
  }

  /**
   * Delivers a section with everything that exists.
   *
   * @param cpus processors
   * @param bootTime nanoseconds since the epoch
   * @return number of threads
   */
  public static int deliver(int cpus, long bootTime, SourceHandler handler) {
    ProcScanner scanner = new ProcScanner(Path.of("/proc"));
    handler.section();
    scanner.machine(cpus, bootTime, handler);
    Accounts.deliver(Path.of("/etc/passwd"), Path.of("/etc/group"), handler);
    Interfaces.deliver(handler);
    return scanner.processes(handler);
  }

  /** Whether a thread of that name is there. */
  public static boolean isThere(long pid, long tid, ByteSlice comm) {
    Path file = Path.of("/proc", Long.toString(pid), "task", Long.toString(tid), "comm");
    String name = ProcFile.line(file);
    return comm.isEmpty()
        ? Files.exists(file)
        : name.equals(new String(comm.toBytes(), StandardCharsets.ISO_8859_1));
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

  private int processes(SourceHandler handler) {
    int count = 0;
    for (long pid : numbers(proc)) {
      ThreadEntry process = threads.process(pid);
      if (process == null) {
        continue;
      }
      handler.thread(process);
      count++;
      for (long tid : numbers(proc.resolve(pid + "/task"))) {
        ThreadEntry thread = tid == pid ? null : threads.thread(process, tid);
        if (thread != null) {
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
