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
   * Sets an entry of an array of maps. Programs that were running have ended when this returns, as
   * the kernel promises for such maps.
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
   * Adds an entry, or sets its value.
   *
   * @throws BpfException when the kernel refuses
   */
  public void put(byte[] key, byte[] value) throws BpfException {
    int result = libbpf.bpf_map_update_elem(fd, key, value, 0);
    if (result != 0) {
      throw new BpfException(
          "map %s refuses an entry: %s".formatted(name, BpfObject.error(libbpf, -result)), "");
    }
  }

  /** Removes an entry, if it is there. */
  public void remove(byte[] key) {
    libbpf.bpf_map_delete_elem(fd, key);
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
