package io.falcoj.probe.libbpf;

import com.sun.jna.Memory;

/** A map of a loaded object. */
public final class BpfMap {
  private final LibBpf libbpf;
  private final int fd;

  BpfMap(LibBpf libbpf, int fd) {
    this.libbpf = libbpf;
    this.fd = fd;
  }

  /**
   * Sum over all processors of one entry of a per-processor array of 64-bit counters; 0 if none.
   */
  public long perCpuSum(int index) {
    int cpus = libbpf.libbpf_num_possible_cpus();
    try (Memory key = new Memory(Integer.BYTES);
        Memory values = new Memory((long) cpus * Long.BYTES)) {
      key.setInt(0, index);
      if (libbpf.bpf_map_lookup_elem(fd, key, values) != 0) {
        return 0;
      }
      long sum = 0;
      for (int cpu = 0; cpu < cpus; cpu++) {
        sum += values.getLong((long) cpu * Long.BYTES);
      }
      return sum;
    }
  }
}
