package io.falcoj.runtime.state.current;

import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.SocketInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/**
 * Texts of addresses and connections: {@code fd.name} of sockets. A text lies in a buffer that the
 * next call uses again.
 */
public final class SocketNames {
  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;

  private final TextBuilder text = new TextBuilder();
  private final ByteSlice result = new ByteSlice();
  private final ByteSlice address = new ByteSlice();
  private final int[] words = new int[8];

  /** The text of a descriptor's ends; {@code <unknown>} while the protocol is not known. */
  public ByteSlice ofSocket(FdInfo fd) {
    SocketInfo socket = fd.socket;
    int protocol = socket.l4proto(fd.kind);
    boolean ports = protocol == FdInfo.L4_TCP || protocol == FdInfo.L4_UDP;
    boolean raw = fd.kind == Kind.IPV4 && protocol == FdInfo.L4_RAW;
    text.reset();
    text.begin();
    if (!ports && !raw && protocol != FdInfo.L4_ICMP) {
      return text.append("<unknown>").finish(result);
    }
    socket.sourceAddress(fd.kind, address);
    boolean mapped =
        fd.kind == Kind.IPV6
            && isMapped(address.array(), address.offset())
            && isMapped(address.array(), address.offset() + 16);
    Kind portsOf = mapped ? Kind.IPV4 : fd.kind;
    append(socket.sourceAddress(fd.kind, address), mapped);
    if (ports) {
      text.append(':').appendUnsigned(socket.sourcePort(portsOf));
    }
    text.append("->");
    append(socket.destinationAddress(fd.kind, address), mapped);
    if (ports) {
      text.append(':').appendUnsigned(socket.destinationPort(portsOf));
    }
    return text.finish(result);
  }

  /** The two ends of a descriptor of a snapshot, whatever its protocol. */
  public ByteSlice ofTuple(FdInfo fd) {
    text.reset();
    text.begin();
    append(fd.sourceAddress(address), false);
    text.append(':').appendUnsigned(fd.sourcePort()).append("->");
    append(fd.destinationAddress(address), false);
    return text.append(':').appendUnsigned(fd.destinationPort()).finish(result);
  }

  /** The address of a listening descriptor. */
  public ByteSlice ofServer(FdInfo fd) {
    text.reset();
    text.begin();
    append(fd.destinationAddress(address), false);
    return text.append(':').appendUnsigned(fd.destinationPort()).finish(result);
  }

  /** The text of a socket address parameter. */
  public ByteSlice ofAddress(ByteSlice param) {
    text.reset();
    text.begin();
    byte[] bytes = param.array();
    int at = param.offset();
    switch (param.at(0)) {
      case AF_UNIX -> appendPath(param, 1);
      case AF_INET -> appendEnd(bytes, at + 1, 4);
      case AF_INET6 -> appendEnd(bytes, at + 1, 16);
      default -> text.append("family ").appendUnsigned(param.at(0) & 0xFF);
    }
    return text.finish(result);
  }

  /** The text of a tuple parameter. */
  public ByteSlice ofTuple(ByteSlice param) {
    text.reset();
    text.begin();
    byte[] bytes = param.array();
    int at = param.offset();
    switch (param.at(0)) {
      case AF_UNIX -> {
        appendHex(LittleEndian.i64(bytes, at + 1));
        text.append("->");
        appendHex(LittleEndian.i64(bytes, at + 9));
        text.append(' ');
        appendPath(param, 17);
      }
      case AF_INET -> appendEnds(bytes, at + 1, 4, 0);
      case AF_INET6 -> {
        boolean mapped = isMapped(bytes, at + 1) && isMapped(bytes, at + 19);
        appendEnds(bytes, at + 1, mapped ? 4 : 16, mapped ? 12 : 0);
      }
      default -> text.append("family ").appendUnsigned(param.at(0) & 0xFF);
    }
    return text.finish(result);
  }

  private void appendEnds(byte[] bytes, int at, int length, int skipped) {
    appendEnd(bytes, at + skipped, length);
    text.append("->");
    appendEnd(bytes, at + 2 * skipped + length + 2, length);
  }

  private void appendEnd(byte[] bytes, int at, int length) {
    append(address.wrap(bytes, at, length), false);
    text.append(':').appendUnsigned(LittleEndian.u16(bytes, at + length));
  }

  private void appendPath(ByteSlice param, int from) {
    int end = param.indexOf((byte) 0, from);
    int length = (end < 0 ? param.length() : end) - from;
    text.append(param.array(), param.offset() + from, length);
  }

  private void append(ByteSlice ip, boolean mapped) {
    if (ip.length() == 4) {
      appendDotted(ip, 0);
    } else if (mapped) {
      appendDotted(ip, 12);
    } else {
      appendWide(ip);
    }
  }

  private void appendDotted(ByteSlice ip, int from) {
    for (int i = from; i < from + 4; i++) {
      if (i > from) {
        text.append('.');
      }
      text.appendUnsigned(ip.at(i) & 0xFF);
    }
  }

  /** As {@code inet_ntop}: the longest run of zeros is left out, embedded IPv4 is dotted. */
  private void appendWide(ByteSlice ip) {
    int best = -1;
    int bestLength = 1;
    int run = 0;
    for (int i = 0; i < 8; i++) {
      words[i] = (ip.at(2 * i) & 0xFF) << 8 | (ip.at(2 * i + 1) & 0xFF);
      run = words[i] == 0 ? run + 1 : 0;
      if (run > bestLength) {
        bestLength = run;
        best = i - run + 1;
      }
    }
    boolean dotted = best == 0 && (bestLength == 6 || (bestLength == 5 && words[5] == 0xFFFF));
    for (int i = 0; i < 8; i++) {
      if (best >= 0 && i >= best && i < best + bestLength) {
        if (i == best) {
          text.append(':');
        }
        continue;
      }
      if (i > 0) {
        text.append(':');
      }
      if (i == 6 && dotted) {
        appendDotted(ip, 12);
        return;
      }
      appendHex(words[i]);
    }
    if (best >= 0 && best + bestLength == 8) {
      text.append(':');
    }
  }

  private void appendHex(long value) {
    int digits = Math.max(1, (64 - Long.numberOfLeadingZeros(value) + 3) / 4);
    for (int i = digits - 1; i >= 0; i--) {
      int digit = (int) (value >>> (4 * i)) & 0xF;
      text.append((char) (digit < 10 ? '0' + digit : 'a' + digit - 10));
    }
  }

  /** True for IPv4 inside IPv6, and for the address of zeros. */
  public static boolean isMapped(byte[] bytes, int at) {
    for (int i = 0; i < 10; i++) {
      if (bytes[at + i] != 0) {
        return false;
      }
    }
    if (bytes[at + 10] == -1 && bytes[at + 11] == -1) {
      return true;
    }
    for (int i = 10; i < 16; i++) {
      if (bytes[at + i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** True when the parameter holds what its family needs. */
  public static boolean isAddress(ByteSlice param) {
    int length = param.length();
    return switch (length == 0 ? -1 : param.at(0)) {
      case -1 -> false;
      case AF_INET -> length >= 7;
      case AF_INET6 -> length >= 19;
      case AF_UNIX -> length >= 2 && param.at(length - 1) == 0;
      default -> true;
    };
  }

  /** True when the parameter holds what its family needs. */
  public static boolean isTuple(ByteSlice param) {
    int length = param.length();
    return switch (length == 0 ? -1 : param.at(0)) {
      case -1 -> false;
      case AF_INET -> length >= 13;
      case AF_INET6 -> length >= 37;
      case AF_UNIX -> length >= 18 && param.at(length - 1) == 0;
      default -> true;
    };
  }
}
