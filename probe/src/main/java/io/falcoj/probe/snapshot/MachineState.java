package io.falcoj.probe.snapshot;

import static io.falcoj.probe.schema.SnapshotLayout.SIZE;

import io.falcoj.probe.libbpf.BpfException;
import io.falcoj.probe.procfs.ProcScanner;
import io.falcoj.probe.procfs.ThreadEntries;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Threads and descriptors by the kernel's lists. Threads are listed before and behind descriptors:
 * the second list says how they are now, the first knows those that have ended since, whose events
 * may still come.
 */
final class MachineState {
  private final long bootTime;
  private final Map<Long, ThreadEntry> threads = new TreeMap<>();
  private final List<FdEntry> descriptors = new ArrayList<>();
  private final Map<Long, Long> descriptorsSeen = new HashMap<>();
  private final Map<Long, ByteSlice> cgroups = new HashMap<>();
  private final Map<Long, TaskRecord> records = new HashMap<>();

  private MachineState(long bootTime) {
    this.bootTime = bootTime;
  }

  static MachineState read(KernelLists lists, long bootTime) throws BpfException {
    MachineState state = new MachineState(bootTime);
    byte[] before = lists.tasks();
    byte[] files = lists.files();
    byte[] behind = lists.tasks();
    state.tasks(before);
    state.files(files);
    state.tasks(behind);
    state.conclude();
    return state;
  }

  private void tasks(byte[] list) {
    ByteBuffer bytes = ByteBuffer.wrap(list).order(ByteOrder.nativeOrder());
    forEach(
        bytes,
        at -> {
          TaskRecord record = new TaskRecord(bytes, at);
          ThreadEntry entry = record.entry(bootTime);
          threads.put(entry.tid, entry);
          records.put(entry.tid, record);
        });
  }

  private void files(byte[] list) {
    ByteBuffer bytes = ByteBuffer.wrap(list).order(ByteOrder.nativeOrder());
    forEach(
        bytes,
        at -> {
          FileRecord record = new FileRecord(bytes, at);
          FdEntry entry = record.entry();
          descriptorsSeen.putIfAbsent(record.pid(), record.seenAt(bootTime));
          if (entry != null) {
            descriptors.add(entry);
          }
        });
  }

  private static void forEach(ByteBuffer bytes, IntConsumer action) {
    int at = 0;
    while (at < bytes.limit()) {
      action.accept(at);
      at += bytes.getInt(at + SIZE);
    }
  }

  private void conclude() {
    for (ThreadEntry thread : threads.values()) {
      TaskRecord record = records.get(thread.tid);
      if (record == null) {
        continue;
      }
      ByteSlice groups = cgroups.getOrDefault(record.cgroups(), ByteSlice.EMPTY);
      if (groups.isEmpty()) {
        groups = ProcScanner.cgroups(thread.tid);
        cgroups.put(record.cgroups(), groups);
      }
      thread.cgroups = groups;
      ThreadEntry process = threads.get(thread.pid);
      if (thread.tid != thread.pid && process != null) {
        process.minorFaults += thread.minorFaults;
        process.majorFaults += thread.majorFaults;
        ThreadEntries.belong(thread, process);
      } else if (record.hasTitle()) {
        ThreadEntries.setCommandLine(thread, ProcScanner.commandLine(thread.pid));
      }
      if (thread.tid == thread.pid) {
        thread.minorFaults += record.endedFaults(0);
        thread.majorFaults += record.endedFaults(1);
        thread.descriptorsSeenAt = descriptorsSeen.getOrDefault(thread.pid, 0L);
      }
    }
  }

  /** Returns the number of threads. */
  int deliver(SourceHandler handler) {
    threads.values().forEach(handler::thread);
    descriptors.forEach(handler::descriptor);
    return threads.size();
  }
}
