package io.falcoj.probe;

import io.falcoj.probe.libbpf.BpfException;
import io.falcoj.probe.libbpf.BpfMap;
import io.falcoj.probe.libbpf.BpfObject;

/** Counts the system calls of the whole machine, by number, while it is open. */
public final class SyscallCounter implements AutoCloseable {
  private final BpfObject object;
  private final BpfMap seen;

  private SyscallCounter(BpfObject object, BpfMap seen) {
    this.object = object;
    this.seen = seen;
  }

  /**
   * Loads and attaches the probe.
   *
   * @throws BpfException when libbpf or the kernel refuses; see {@link ProbeSupport#obstacle} first
   */
  public static SyscallCounter open() throws BpfException {
    BpfObject object = BpfObject.load(ProbeObject.read());
    try {
      object.attach("sys_exit");
      return new SyscallCounter(object, object.map("seen"));
    } catch (BpfException e) {
      object.close();
      throw e;
    }
  }

  /** Calls of that number since {@link #open}, on all processors. */
  public long count(int syscall) {
    return seen.perCpuSum(syscall);
  }

  @Override
  public void close() {
    object.close();
  }
}
