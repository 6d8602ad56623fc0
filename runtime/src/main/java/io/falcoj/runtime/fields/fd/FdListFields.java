package io.falcoj.runtime.fields.fd;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.fields.evt.EventTraits;
import io.falcoj.runtime.fields.render.AddressText;
import io.falcoj.runtime.fields.render.DescriptorText;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/** The descriptors that {@code poll} and {@code ppoll} wait for. */
public final class FdListFields {
  private static final int POLL = EventTraits.code("SYSCALL_POLL_X");
  private static final int PPOLL = EventTraits.code("SYSCALL_PPOLL_X");
  private static final int FDS = 1;

  private enum Part {
    NUMBER,
    NAME,
    CLIENT_IP,
    SERVER_IP,
    CLIENT_PORT,
    SERVER_PORT
  }

  private FdListFields() {}

  public static @Nullable ByteSlice nums(MatchContext ctx) {
    return join(ctx, Part.NUMBER);
  }

  public static @Nullable ByteSlice names(MatchContext ctx) {
    return join(ctx, Part.NAME);
  }

  public static @Nullable ByteSlice cips(MatchContext ctx) {
    return join(ctx, Part.CLIENT_IP);
  }

  public static @Nullable ByteSlice sips(MatchContext ctx) {
    return join(ctx, Part.SERVER_IP);
  }

  public static @Nullable ByteSlice cports(MatchContext ctx) {
    return join(ctx, Part.CLIENT_PORT);
  }

  public static @Nullable ByteSlice sports(MatchContext ctx) {
    return join(ctx, Part.SERVER_PORT);
  }

  private static @Nullable ByteSlice join(MatchContext ctx, Part part) {
    Event event = ctx.event();
    ThreadInfo thread = ctx.state().thread;
    boolean polls = event.code() == POLL || event.code() == PPOLL;
    if (!polls || thread == null || !event.has(FDS)) {
      return null;
    }
    int at = event.paramOffset(FDS);
    int count = DescriptorText.listSize(event.buffer(), at, event.paramLength(FDS));
    ByteSlice address = ctx.slice();
    TextBuilder text = ctx.text();
    for (int i = 0; i < count; i++) {
      long number = DescriptorText.listEntry(event.buffer(), at, i);
      if (append(text, number, thread.fd(number), part, address)) {
        text.append(',');
      }
    }
    if (text.length() == 0) {
      return null;
    }
    if (text.at(text.length() - 1) == ',') {
      text.drop(1);
    }
    return text.finish(ctx.slice());
  }

  /** Appends one descriptor's part; false when it has none. */
  private static boolean append(
      TextBuilder text, long number, @Nullable FdInfo fd, Part part, ByteSlice address) {
    if (part == Part.NUMBER) {
      text.appendDecimal(number);
      return true;
    }
    if (part == Part.NAME) {
      text.append(fd == null || fd.name.isEmpty() ? NOT_AVAILABLE : fd.name);
      return true;
    }
    if (fd == null || !fd.isIpSocket()) {
      return false;
    }
    boolean connection = fd.kind == Kind.IPV4 || fd.kind == Kind.IPV6;
    if (!connection && part != Part.SERVER_IP) {
      return false;
    }
    switch (part) {
      case CLIENT_IP -> appendAddress(text, fd.sourceAddress(address));
      case SERVER_IP -> appendAddress(text, fd.destinationAddress(address));
      case CLIENT_PORT -> text.appendDecimal(fd.sourcePort());
      default -> text.appendDecimal(fd.destinationPort());
    }
    return true;
  }

  private static final ByteSlice NOT_AVAILABLE = ByteSlice.of("<NA>");

  private static void appendAddress(TextBuilder text, ByteSlice address) {
    AddressText.append(text, address.array(), address.offset(), address.length());
  }
}
