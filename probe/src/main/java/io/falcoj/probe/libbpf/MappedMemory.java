package io.falcoj.probe.libbpf;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory that the kernel and this process share. Its bytes must not be touched behind close. */
final class MappedMemory implements AutoCloseable {
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int MAP_SHARED = 1;

  private final Pointer address;
  private final long length;

  private MappedMemory(Pointer address, long length) {
    this.address = address;
    this.length = length;
  }

  /**
   * Maps a part of what a descriptor stands for.
   *
   * @throws BpfException when the kernel refuses
   */
  static MappedMemory map(String what, int fd, long offset, long length, boolean writable)
      throws BpfException {
    int protection = writable ? PROT_READ | PROT_WRITE : PROT_READ;
    Pointer address = LibC.Holder.LIBRARY.mmap(null, length, protection, MAP_SHARED, fd, offset);
    if (Pointer.nativeValue(address) == -1) {
      throw new BpfException(
          "the memory of " + what + " cannot be mapped: error " + Native.getLastError(), "");
    }
    return new MappedMemory(address, length);
  }

  ByteBuffer bytes() {
    return address.getByteBuffer(0, length).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    LibC.Holder.LIBRARY.munmap(address, length);
  }
}
