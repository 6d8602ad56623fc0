package io.falcoj.runtime.event;

/**
 * The header of a scap event, little endian and packed.
 *
 * <pre>
 *   0               8               16      20  22      26
 *   +---------------+---------------+-------+---+-------+----------------+-----------+
 *   | ts u64 (ns)   | tid u64       |len u32|typ| n u32 | n lengths      | values    |
 *   +---------------+---------------+-------+---+-------+----------------+-----------+
 *                                            u16          u16, or u32 for
 *                                                         large payloads
 * </pre>
 *
 * {@code len} counts the whole event. Source: {@code struct ppm_evt_hdr} in {@code
 * driver/ppm_events_public.h} of falcosecurity/libs.
 */
public final class EventHeader {
  public static final int LENGTH = 26;

  private EventHeader() {}

  public static long timestamp(byte[] buffer, int event) {
    return LittleEndian.i64(buffer, event);
  }

  public static long tid(byte[] buffer, int event) {
    return LittleEndian.i64(buffer, event + 8);
  }

  public static int eventLength(byte[] buffer, int event) {
    return LittleEndian.i32(buffer, event + 16);
  }

  public static int type(byte[] buffer, int event) {
    return LittleEndian.u16(buffer, event + 20);
  }

  public static int paramCount(byte[] buffer, int event) {
    return LittleEndian.i32(buffer, event + 22);
  }

  public static void setParamCount(byte[] buffer, int event, int count) {
    LittleEndian.put32(buffer, event + 22, count);
  }

  /** Writes a header. */
  public static void write(
      byte[] buffer, int event, long timestamp, long tid, int length, int type, int paramCount) {
    LittleEndian.put64(buffer, event, timestamp);
    LittleEndian.put64(buffer, event + 8, tid);
    LittleEndian.put32(buffer, event + 16, length);
    LittleEndian.put16(buffer, event + 20, type);
    LittleEndian.put32(buffer, event + 22, paramCount);
  }
}
