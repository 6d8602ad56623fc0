package io.falcoj.probe.libbpf;

import com.sun.jna.Memory;

/** A map of a loaded object. */
public final class BpfMap {
  private final LibBpf libbpf;
  private final String name;
  private final int fd;

  BpfMap(LibBpf libbpf, String name, int fd) {
    this.libbpf = libbpf;
    this.name = name;
    this.fd = fd;
  }

  /**
   * Sets an entry of an array of maps.
   *
   * @throws BpfException when the kernel refuses
   */
  public void put(int index, RingBuffer ring) throws BpfException {
    try (Memory key = new Memory(Integer.BYTES);
        Memory value = new Memory(Integer.BYTES)) {
      key.setInt(0, index);
      value.setInt(0, ring.fd());
      int result = libbpf.bpf_map_update_elem(fd, key, value, 0);
      if (result != 0) {
        throw new BpfException(
            "map %s refuses entry %d: %s".formatted(name, index, BpfObject.error(libbpf, -result)),
            "");
      }
    }
  }

  /**
   * Shares the memory of the map.
   *
   * @param length of all its values
   * @throws BpfException when the kernel refuses
   */
  public SharedArray share(long length) throws BpfException {
    return SharedArray.map(name, fd, length);
  }
}
