package io.falcoj.runtime.fields.render;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.schema.names.NumberNames;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.Paths;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.TextBuilder;

/** Descriptors as text: {@code <f>/etc/passwd}, {@code <4t>127.0.0.1:5->127.0.0.1:80}. */
public final class DescriptorText {
  private static final int LIST_ENTRY = 10;

  private DescriptorText() {}

  /** Appends what is known of a descriptor, or the name of the error; returns false for nothing. */
  static boolean append(MatchContext ctx, long fd, TextBuilder out) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return false;
    }
    if (fd == Paths.AT_FDCWD) {
      out.append("AT_FDCWD");
      return true;
    }
    if (fd < 0) {
      String error = NumberNames.error(-(long) (int) fd);
      if (error != null) {
        out.append(error);
      }
      return error != null;
    }
    FdInfo info = thread.fd(fd);
    if (info == null) {
      return false;
    }
    out.append('<').append(info.kind.letter());
    if (info.isIpSocket()) {
      appendProtocol(out, info.l4proto());
    }
    out.append('>').append(info.name);
    return true;
  }

  private static void appendProtocol(TextBuilder out, int protocol) {
    switch (protocol) {
      case FdInfo.L4_TCP -> out.append('t');
      case FdInfo.L4_UDP -> out.append('u');
      case FdInfo.L4_ICMP -> out.append('i');
      case FdInfo.L4_RAW -> out.append('r');
      default -> {}
    }
  }

  /** Appends polled descriptors as {@code number:kind flags}, separated by blanks. */
  static void appendList(MatchContext ctx, byte[] bytes, int at, int length, TextBuilder out) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return;
    }
    int count = listSize(bytes, at, length);
    for (int i = 0; i < count; i++) {
      int entry = at + 2 + i * LIST_ENTRY;
      long fd = LittleEndian.i64(bytes, entry);
      FdInfo info = thread.fd(fd);
      if (i > 0) {
        out.append(' ');
      }
      out.appendUnsigned(fd).append(':').append(info == null ? '?' : info.kind.letter());
      AddressText.appendHex(out, (short) LittleEndian.u16(bytes, entry + 8) & 0xFFFF_FFFFL);
    }
  }

  /** Entries of a descriptor list that lie within its bytes. */
  public static int listSize(byte[] bytes, int at, int length) {
    return length < 2 ? 0 : Math.min(LittleEndian.u16(bytes, at), (length - 2) / LIST_ENTRY);
  }

  /** Descriptor number at that position of a list. */
  public static long listEntry(byte[] bytes, int at, int index) {
    return LittleEndian.i64(bytes, at + 2 + index * LIST_ENTRY);
  }
}
