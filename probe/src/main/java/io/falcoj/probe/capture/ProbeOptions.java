package io.falcoj.probe.capture;

/**
 * How the probe runs.
 *
 * @param ringBytes size of the ring of each processor, a power of two and at least a page
 * @param dataBytes how much is kept of what is read and written, less than 4096
 * @param waitMillis how long a poll may wait for events; 0 when other sources are polled too
 */
public record ProbeOptions(int ringBytes, int dataBytes, int waitMillis) {
  private static final int PAGE = 4096;

  /** 8 MB for each processor and 80 bytes of data, as upstream. */
  public static final ProbeOptions STANDARD = new ProbeOptions(8 << 20, 80, 100);

  public ProbeOptions {
    if (ringBytes < PAGE || Integer.bitCount(ringBytes) != 1) {
      throw new IllegalArgumentException(
          "a ring is as large as a power of two, and a page at least");
    }
    if (dataBytes < 0 || dataBytes >= PAGE) {
      throw new IllegalArgumentException("less than 4096 bytes of data are kept");
    }
  }

  /** The same with rings of another size. */
  public ProbeOptions withRingBytes(int bytes) {
    return new ProbeOptions(bytes, dataBytes, waitMillis);
  }

  /** The same with another wait. */
  public ProbeOptions withWaitMillis(int millis) {
    return new ProbeOptions(ringBytes, dataBytes, millis);
  }
}
