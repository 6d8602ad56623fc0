package io.falcoj.probe.libbpf;

import java.nio.ByteBuffer;

/**
 * The pages of a ring buffer: what was read, written by this process; what was written, written by
 * the kernel; the data, mapped twice so that no record is broken at the end.
 */
public final class RingBuffer implements AutoCloseable {
  private static final int BPF_MAP_TYPE_RINGBUF = 27;
  private static final int PAGE = 4096;

  private final int fd;
  private final int size;
  private final MappedMemory consumer;
  private final MappedMemory data;

  private RingBuffer(int fd, int size, MappedMemory consumer, MappedMemory data) {
    this.fd = fd;
    this.size = size;
    this.consumer = consumer;
    this.data = data;
  }

  /**
   * Makes a ring.
   *
   * @param size a power of two, at least a page
   * @throws BpfException when the kernel refuses
   */
  public static RingBuffer create(int size) throws BpfException {
    LibBpf libbpf = BpfObject.library();
    int fd = libbpf.bpf_map_create(BPF_MAP_TYPE_RINGBUF, "events", 0, 0, size, null);
    if (fd < 0) {
      throw new BpfException(
          "a ring of " + size + " bytes cannot be made: " + BpfObject.error(libbpf, -fd), "");
    }
    try {
      MappedMemory consumer = MappedMemory.map("a ring", fd, 0, PAGE, true);
      try {
        long length = PAGE + 2L * size;
        return new RingBuffer(
            fd, size, consumer, MappedMemory.map("a ring", fd, PAGE, length, false));
      } catch (BpfException e) {
        consumer.close();
        throw e;
      }
    } catch (BpfException e) {
      LibC.Holder.LIBRARY.close(fd);
      throw e;
    }
  }

  public int size() {
    return size;
  }

  /** The page that begins with the number of bytes read so far. */
  public ByteBuffer consumer() {
    return consumer.bytes();
  }

  /** The page that begins with the number of bytes written so far, then the data, twice. */
  public ByteBuffer producer() {
    return data.bytes();
  }

  /** Where the data begins in {@link #producer}. */
  public int dataOffset() {
    return PAGE;
  }

  int fd() {
    return fd;
  }

  @Override
  public void close() {
    consumer.close();
    data.close();
    LibC.Holder.LIBRARY.close(fd);
  }
}
