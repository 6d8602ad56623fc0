package io.falcoj.runtime.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes addresses as texts, as {@code inet_pton} and {@code inet_ntop} do. */
public final class IpText {
  private IpText() {}

  /** The four bytes of a dotted address, or null. */
  public static byte @Nullable [] parse4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return null;
    }
    byte[] address = new byte[4];
    for (int i = 0; i < 4; i++) {
      if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
        return null;
      }
      address[i] = (byte) Integer.parseInt(parts[i]);
    }
    return address;
  }

  /** The sixteen bytes of an address in colon notation, or null. */
  public static byte @Nullable [] parse6(String text) {
    int gap = text.indexOf("::");
    List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2), true);
    if (head == null || tail == null) {
      return null;
    }
    int given = head.size() + tail.size();
    if (gap < 0 ? given != 8 : given > 7) {
      return null;
    }
    byte[] address = new byte[16];
    for (int i = 0; i < head.size(); i++) {
      put(address, i, head.get(i));
    }
    for (int i = 0; i < tail.size(); i++) {
      put(address, 8 - tail.size() + i, tail.get(i));
    }
    return address;
  }

  private static void put(byte[] address, int group, int value) {
    address[group * 2] = (byte) (value >> 8);
    address[group * 2 + 1] = (byte) value;
  }

  private static @Nullable List<Integer> groups(String text, boolean mayEndDotted) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (mayEndDotted && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        byte[] four = parse4(parts[i]);
        if (four == null) {
          return null;
        }
        groups.add((four[0] & 0xff) << 8 | (four[1] & 0xff));
        groups.add((four[2] & 0xff) << 8 | (four[3] & 0xff));
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return null;
      }
    }
    return groups;
  }

  /** The usual text of an address of 4 or 16 bytes; the longest run of zero groups is cut out. */
  public static String format(ByteSlice address) {
    StringBuilder text = new StringBuilder();
    if (address.length() == 4) {
      for (int i = 0; i < 4; i++) {
        text.append(i == 0 ? "" : ".").append(address.at(i) & 0xff);
      }
      return text.toString();
    }
    int runStart = -1;
    int runLength = 1;
    for (int i = 0; i < 8; i++) {
      int length = 0;
      while (i + length < 8 && group(address, i + length) == 0) {
        length++;
      }
      if (length > runLength) {
        runStart = i;
        runLength = length;
      }
    }
    for (int i = 0; i < 8; i++) {
      if (i == runStart) {
        text.append("::");
        i += runLength - 1;
      } else {
        text.append(i == 0 || i == runStart + runLength && runStart >= 0 ? "" : ":");
        text.append(Integer.toHexString(group(address, i)));
      }
    }
    return text.toString();
  }

  private static int group(ByteSlice address, int index) {
    return (address.at(index * 2) & 0xff) << 8 | (address.at(index * 2 + 1) & 0xff);
  }
}
