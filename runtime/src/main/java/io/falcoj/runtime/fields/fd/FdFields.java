package io.falcoj.runtime.fields.fd;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.evt.EventTraits;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdTable;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Kind and state of the descriptor that the event is about. */
public final class FdFields {
  private static final ByteSlice TCP = ByteSlice.of("tcp");
  private static final ByteSlice UDP = ByteSlice.of("udp");
  private static final ByteSlice ICMP = ByteSlice.of("icmp");
  private static final ByteSlice RAW = ByteSlice.of("raw");
  private static final ByteSlice NOT_AVAILABLE = ByteSlice.of("<NA>");
  private static final ByteSlice IP = ByteSlice.of("ip");
  private static final ByteSlice UNIX = ByteSlice.of("unix");
  private static final ByteSlice[] LETTERS = letters();
  private static final byte[] LETTER_BY_EVENT = lettersByEvent();

  private FdFields() {}

  private static ByteSlice[] letters() {
    ByteSlice[] letters = new ByteSlice[128];
    for (int c = 0; c < letters.length; c++) {
      letters[c] = ByteSlice.of(String.valueOf((char) c));
    }
    return letters;
  }

  /** Kinds that events create, for descriptors of which nothing else is known. */
  private static byte[] lettersByEvent() {
    byte[] letters = new byte[EventTable.standard().size()];
    Arrays.fill(letters, (byte) 'o');
    put(letters, 'f', "SYSCALL_OPENAT_2_X", "SYSCALL_OPENAT2_X", "SYSCALL_CREAT_X");
    put(letters, '4', "SOCKET_SOCKET_X", "SOCKET_ACCEPT_5_X", "SOCKET_ACCEPT4_6_X");
    put(letters, 'p', "SYSCALL_PIPE_X", "SYSCALL_PIPE2_X");
    put(letters, 'e', "SYSCALL_EVENTFD_X", "SYSCALL_EVENTFD2_X");
    put(letters, 's', "SYSCALL_SIGNALFD_X", "SYSCALL_SIGNALFD4_X");
    put(letters, 't', "SYSCALL_TIMERFD_CREATE_X");
    put(letters, 'i', "SYSCALL_INOTIFY_INIT_X", "SYSCALL_INOTIFY_INIT1_X");
    return letters;
  }

  private static void put(byte[] letters, char letter, String... ids) {
    for (String id : ids) {
      letters[EventTraits.code(id)] = (byte) letter;
    }
  }

  public static long num(MatchContext ctx) {
    return ctx.state().usesFd ? ctx.state().fdNumber : ctx.absent();
  }

  public static @Nullable ByteSlice type(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null ? null : fd.kind.label();
  }

  public static @Nullable ByteSlice typechar(MatchContext ctx) {
    if (!ctx.state().usesFd) {
      return null;
    }
    FdInfo fd = CurrentFd.of(ctx);
    return LETTERS[fd == null ? LETTER_BY_EVENT[ctx.event().code()] : fd.kind.letter()];
  }

  /** Kinds of all descriptors of the process, each once, that of the newest first. */
  public static @Nullable ValueList types(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (!ctx.state().usesFd || thread == null) {
      return null;
    }
    ValueList list = ctx.list();
    FdTable fds = thread.fds();
    if (fds != null) {
      fds.forEach(
          (number, fd) -> {
            list.addFirst(fd.kind.label());
            return true;
          });
    }
    return list;
  }

  /** Kind of the descriptor with that number. */
  public static @Nullable ValueList types(MatchContext ctx, int number) {
    ThreadInfo thread = ctx.state().thread;
    FdInfo fd = !ctx.state().usesFd || thread == null ? null : thread.fd(number);
    if (fd == null) {
      return null;
    }
    ValueList list = ctx.list();
    list.add(fd.kind.label());
    return list;
  }

  public static @Nullable ByteSlice l4proto(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    if (fd == null) {
      return null;
    }
    return switch (fd.l4proto()) {
      case FdInfo.L4_TCP -> TCP;
      case FdInfo.L4_UDP -> UDP;
      case FdInfo.L4_ICMP -> ICMP;
      case FdInfo.L4_RAW -> RAW;
      default -> NOT_AVAILABLE;
    };
  }

  public static @Nullable ByteSlice sockfamily(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    if (fd == null) {
      return null;
    }
    return fd.isIpSocket() ? IP : fd.kind == FdInfo.Kind.UNIX ? UNIX : null;
  }

  public static long isServer(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    ThreadInfo thread = ctx.state().thread;
    if (fd == null || thread == null) {
      return ctx.absent();
    }
    if (CurrentFd.isListening(fd)) {
      return 1;
    }
    return fd.isIpSocket()
            && ctx.tables().localAddresses().contains(fd.destinationAddress(ctx.slice()), thread)
        ? 1
        : 0;
  }

  public static @Nullable ByteSlice uid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (!ctx.state().usesFd || thread == null) {
      return null;
    }
    TextBuilder text = ctx.text();
    text.appendDecimal(thread.tid).appendDecimal(ctx.state().fdNumber);
    return text.finish(ctx.slice());
  }

  public static long connected(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null ? ctx.absent() : fd.connected ? 1 : 0;
  }

  public static long nameChanged(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null ? ctx.absent() : ctx.state().fdNameChanged ? 1 : 0;
  }

  public static long dev(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null ? ctx.absent() : (int) fd.device;
  }

  public static long devMajor(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null ? ctx.absent() : fd.device >> 8 & 0xFFF;
  }

  public static long devMinor(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null ? ctx.absent() : fd.device & 0xFF | fd.device >> 12 & 0xFFF00;
  }

  public static long ino(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null ? ctx.absent() : fd.inode;
  }

  public static long isUpperLayer(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null ? ctx.absent() : fd.overlayUpper ? 1 : 0;
  }

  public static long isLowerLayer(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null ? ctx.absent() : fd.overlayLower ? 1 : 0;
  }
}
