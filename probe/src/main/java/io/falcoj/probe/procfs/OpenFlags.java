package io.falcoj.probe.procfs;

/** Open flags of x86-64 as events have them; {@code flags.h} does the same in the kernel. */
public final class OpenFlags {
  /** The kernel's bit, and that of events. */
  private static final int[][] BITS = {
    {0100, 1 << 2}, // O_CREAT
    {02000, 1 << 3}, // O_APPEND
    {010000, 1 << 4}, // O_DSYNC
    {0200, 1 << 5}, // O_EXCL
    {04000, 1 << 6}, // O_NONBLOCK
    {04000000, 1 << 7}, // O_SYNC
    {01000, 1 << 8}, // O_TRUNC
    {040000, 1 << 9}, // O_DIRECT
    {0200000, 1 << 10}, // O_DIRECTORY
    {0100000, 1 << 11}, // O_LARGEFILE
    {02000000, 1 << 12}, // O_CLOEXEC
  };

  private static final int CLOSE_ON_EXEC = 02000000;

  private OpenFlags() {}

  /**
   * What of them is told of descriptors that are no files: whether the next program has them too.
   */
  public static long ofOthers(int flags) {
    return ofKernel(flags & CLOSE_ON_EXEC) & ~1;
  }

  /** From the flags of a file in the kernel. */
  public static long ofKernel(int flags) {
    long result = (flags & 3) == 2 ? 3 : (flags & 3) == 1 ? 2 : 1;
    for (int[] bit : BITS) {
      result |= (flags & bit[0]) != 0 ? bit[1] : 0;
    }
    return result;
  }
}
