package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.value.TextBuilder;

/**
 * Socket addresses and pairs of them, as events carry them.
 *
 * <pre>
 *   address  family u8 | v4: ip 4, port u16 | v6: ip 16, port u16 | unix: path NUL
 *   tuple    family u8 | v4: ip, port, ip, port | v6: same | unix: source u64, destination u64, path NUL
 * </pre>
 */
final class SocketText {
  private static final int UNIX = 1;
  private static final int INET = 2;
  private static final int INET6 = 10;

  private SocketText() {}

  static void appendAddress(TextBuilder out, byte[] bytes, int at, int length) {
    int family = bytes[at] & 0xFF;
    int left = length - 1;
    switch (family) {
      case UNIX -> appendPath(out, bytes, at + 1, left, "INVALID PATH");
      case INET -> {
        if (left != AddressText.V4_BYTES + 2) {
          out.append("INVALID IPv4");
        } else {
          AddressText.appendEndpoint(out, bytes, at + 1, AddressText.V4_BYTES);
        }
      }
      case INET6 -> {
        if (left != AddressText.V6_BYTES + 2) {
          out.append("INVALID IPv6");
        } else {
          AddressText.appendEndpoint(out, bytes, at + 1, AddressText.V6_BYTES);
        }
      }
      default -> out.append("family ").appendDecimal(family);
    }
  }

  static void appendTuple(TextBuilder out, byte[] bytes, int at, int length) {
    int family = bytes[at] & 0xFF;
    int left = length - 1;
    switch (family) {
      case UNIX -> {
        if (left < 17) {
          out.append("INVALID PATH");
          return;
        }
        AddressText.appendHex(out, LittleEndian.i64(bytes, at + 1));
        out.append("->");
        AddressText.appendHex(out, LittleEndian.i64(bytes, at + 9));
        out.append(' ');
        appendPath(out, bytes, at + 17, left - 16, "");
      }
      case INET -> {
        if (left != 2 * (AddressText.V4_BYTES + 2)) {
          out.append("INVALID IPv4");
        } else {
          appendPair(out, bytes, at + 1, AddressText.V4_BYTES, 0);
        }
      }
      case INET6 -> appendWideTuple(out, bytes, at + 1, left);
      default -> out.append("family ").appendDecimal(family);
    }
  }

  private static void appendWideTuple(TextBuilder out, byte[] bytes, int at, int left) {
    int end = AddressText.V6_BYTES + 2;
    if (left != 2 * end) {
      out.append("INVALID IPv6");
    } else if (AddressText.mapsV4(bytes, at) && AddressText.mapsV4(bytes, at + end)) {
      appendPair(out, bytes, at + 12, AddressText.V4_BYTES, 12);
    } else {
      appendPair(out, bytes, at, AddressText.V6_BYTES, 0);
    }
  }

  private static void appendPair(TextBuilder out, byte[] bytes, int at, int length, int gap) {
    AddressText.appendEndpoint(out, bytes, at, length);
    out.append("->");
    AddressText.appendEndpoint(out, bytes, at + length + 2 + gap, length);
  }

  private static void appendPath(
      TextBuilder out, byte[] bytes, int at, int length, String whenMissing) {
    int end = at;
    while (end < at + length && bytes[end] != 0) {
      end++;
    }
    if (end == at + length) {
      out.append(whenMissing);
    } else {
      out.append(bytes, at, end - at);
    }
  }
}
