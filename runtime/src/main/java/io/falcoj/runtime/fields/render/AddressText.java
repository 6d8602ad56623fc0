package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.value.TextBuilder;

/** Internet addresses and ports as text. */
public final class AddressText {
  static final int V4_BYTES = 4;
  static final int V6_BYTES = 16;
  private static final int GROUPS = 8;

  private AddressText() {}

  /** Appends an address of 4 or 16 bytes in network order. */
  public static void append(TextBuilder out, byte[] bytes, int at, int length) {
    if (length == V4_BYTES) {
      appendV4(out, bytes, at);
    } else {
      appendV6(out, bytes, at);
    }
  }

  static void appendV4(TextBuilder out, byte[] bytes, int at) {
    for (int i = 0; i < V4_BYTES; i++) {
      if (i > 0) {
        out.append('.');
      }
      out.appendDecimal(bytes[at + i] & 0xFF);
    }
  }

  /** Appends groups with the longest run of zeros left out, as {@code inet_ntop} does. */
  static void appendV6(TextBuilder out, byte[] bytes, int at) {
    int runStart = -1;
    int runLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int length = zeroRun(bytes, at, i);
      if (length > runLength) {
        runStart = i;
        runLength = length;
      }
    }
    for (int i = 0; i < GROUPS; i++) {
      if (i == runStart) {
        out.append("::");
        i += runLength - 1;
        continue;
      }
      if (i > 0 && i != runStart + runLength) {
        out.append(':');
      }
      if (i == 6 && embedsV4(bytes, at, runStart, runLength)) {
        appendV4(out, bytes, at + 12);
        return;
      }
      appendGroup(out, group(bytes, at, i));
    }
  }

  private static boolean embedsV4(byte[] bytes, int at, int runStart, int runLength) {
    return runStart == 0 && (runLength == 6 || runLength == 5 && group(bytes, at, 5) == 0xFFFF);
  }

  private static int zeroRun(byte[] bytes, int at, int from) {
    int length = 0;
    while (from + length < GROUPS && group(bytes, at, from + length) == 0) {
      length++;
    }
    return length;
  }

  private static int group(byte[] bytes, int at, int index) {
    return (bytes[at + 2 * index] & 0xFF) << 8 | bytes[at + 2 * index + 1] & 0xFF;
  }

  private static void appendGroup(TextBuilder out, int group) {
    for (int shift = group >= 0x1000 ? 12 : group >= 0x100 ? 8 : group >= 0x10 ? 4 : 0;
        shift >= 0;
        shift -= 4) {
      out.append(Character.forDigit(group >> shift & 0xF, 16));
    }
  }

  static void appendHex(TextBuilder out, long value) {
    int shift = Math.max(0, (63 - Long.numberOfLeadingZeros(value)) / 4 * 4);
    for (; shift >= 0; shift -= 4) {
      out.append(Character.forDigit((int) (value >>> shift) & 0xF, 16));
    }
  }

  /** Appends an address and the port behind it, joined by a colon. */
  static void appendEndpoint(TextBuilder out, byte[] bytes, int at, int length) {
    append(out, bytes, at, length);
    out.append(':').appendDecimal(LittleEndian.u16(bytes, at + length));
  }

  /** True for an IPv6 address that stands for an IPv4 one; all zeros count as such. */
  static boolean mapsV4(byte[] bytes, int at) {
    for (int i = 0; i < 10; i++) {
      if (bytes[at + i] != 0) {
        return false;
      }
    }
    int marker = group(bytes, at, 5);
    return marker == 0xFFFF || marker == 0 && group(bytes, at, 6) == 0 && group(bytes, at, 7) == 0;
  }
}
