package io.falcoj.probe.snapshot;

import io.falcoj.probe.libbpf.BpfException;
import io.falcoj.probe.libbpf.Clock;
import io.falcoj.probe.procfs.ProcScanner;
import io.falcoj.runtime.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** The first look at the machine: by the kernel's lists, else by {@code /proc}. */
public final class MachineSnapshot {
  private final int cpus;
  private final long bootTime;

  /**
   * @param cpus processors
   * @param bootTime nanoseconds since the epoch, as the events add it to their times
   */
  public MachineSnapshot(int cpus, long bootTime) {
    this.cpus = cpus;
    this.bootTime = bootTime;
  }

  /**
   * Delivers a section with everything that exists.
   *
   * @param lists null where the kernel has no iterators
   * @return number of threads
   */
  public int deliver(@Nullable KernelLists lists, SourceHandler handler) {
    MachineState state = null;
    if (lists != null) {
      try {
        state = MachineState.read(lists, bootTime);
      } catch (BpfException e) {
        handler.warning(e.getMessage() + "; /proc is read instead", -1);
      }
    }
    ProcScanner.begin(cpus, bootTime, handler);
    return state == null
        ? ProcScanner.processes(bootTime, () -> Clock.sinceBoot() + bootTime, handler)
        : state.deliver(handler);
  }
}
