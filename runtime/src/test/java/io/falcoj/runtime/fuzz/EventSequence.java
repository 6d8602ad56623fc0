package io.falcoj.runtime.fuzz;

import io.falcoj.runtime.event.LittleEndian;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Events one after the other in one run of bytes that a fuzzer can change anywhere: each behind its
 * length of 16 bits, the last one cut by the end.
 */
final class EventSequence {
  private static final int MOST = 64;

  private EventSequence() {}

  static List<byte[]> read(byte[] input) {
    List<byte[]> events = new ArrayList<>();
    int at = 0;
    while (at + 2 <= input.length && events.size() < MOST) {
      int end = Math.min(input.length, at + 2 + LittleEndian.u16(input, at));
      events.add(Arrays.copyOfRange(input, at + 2, end));
      at = end;
    }
    return events;
  }

  static byte[] write(List<byte[]> events) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] event : events) {
      out.write(event.length);
      out.write(event.length >>> 8);
      out.writeBytes(event);
    }
    return out.toByteArray();
  }
}
