package io.falcoj.probe.libbpf;

import java.nio.ByteBuffer;

/** An array map that the programs and this process read and write in the same memory. */
public final class SharedArray implements AutoCloseable {
  private static final long PAGE = 4096;

  private final MappedMemory memory;
  private final ByteBuffer bytes;

  private SharedArray(MappedMemory memory) {
    this.memory = memory;
    this.bytes = memory.bytes();
  }

  /**
   * Maps a map that was made to be mapped.
   *
   * @param length of all its values, each rounded up to 8
   * @throws BpfException when the kernel refuses
   */
  static SharedArray map(String name, int fd, long length) throws BpfException {
    long pages = (length + PAGE - 1) / PAGE * PAGE;
    return new SharedArray(MappedMemory.map("map " + name, fd, 0, pages, true));
  }

  /** The values, one behind the other, in the order of bytes of the machine. */
  public ByteBuffer bytes() {
    return bytes;
  }

  @Override
  public void close() {
    memory.close();
  }
}
