package io.falcoj.runtime.fields.fd;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/**
 * Addresses and ports of the socket that the event is about. Client and server are known once the
 * connection has a direction; local and remote follow from the addresses of the machine.
 */
public final class FdAddressFields {
  private FdAddressFields() {}

  /** Both ends; of a listening socket its own; empty for what is no internet socket. */
  public static @Nullable ValueList ip(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    if (fd == null) {
      return null;
    }
    ValueList list = ctx.list();
    if (fd.isIpSocket()) {
      if (!CurrentFd.isListening(fd)) {
        list.add(fd.sourceAddress(ctx.slice()));
      }
      list.add(fd.destinationAddress(ctx.slice()));
    }
    return list;
  }

  public static @Nullable ByteSlice cip(MatchContext ctx) {
    FdInfo fd = CurrentFd.connection(ctx);
    return fd == null ? null : fd.sourceAddress(ctx.slice());
  }

  public static @Nullable ByteSlice sip(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    return fd == null || !fd.isIpSocket() || fd.hasNoRole()
        ? null
        : fd.destinationAddress(ctx.slice());
  }

  public static @Nullable ByteSlice lip(MatchContext ctx) {
    FdInfo fd = CurrentFd.connection(ctx);
    if (fd == null) {
      return null;
    }
    return sourceIsLocal(ctx, fd)
        ? fd.sourceAddress(ctx.slice())
        : fd.destinationAddress(ctx.slice());
  }

  public static @Nullable ByteSlice rip(MatchContext ctx) {
    FdInfo fd = CurrentFd.connection(ctx);
    if (fd == null) {
      return null;
    }
    return sourceIsLocal(ctx, fd)
        ? fd.destinationAddress(ctx.slice())
        : fd.sourceAddress(ctx.slice());
  }

  private static boolean sourceIsLocal(MatchContext ctx, FdInfo fd) {
    ThreadInfo thread = ctx.state().thread;
    return thread != null
        && ctx.tables().localAddresses().contains(fd.sourceAddress(ctx.slice()), thread);
  }

  /** Ports as {@link #ip} gives addresses. */
  public static @Nullable ValueList port(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    if (fd == null) {
      return null;
    }
    ValueList list = ctx.list();
    if (fd.isIpSocket()) {
      if (!CurrentFd.isListening(fd)) {
        list.add(fd.sourcePort());
      }
      list.add(fd.destinationPort());
    }
    return list;
  }

  public static long cport(MatchContext ctx) {
    FdInfo fd = CurrentFd.connection(ctx);
    return fd == null ? ctx.absent() : fd.sourcePort();
  }

  public static long sport(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    boolean known = fd != null && fd.isIpSocket() && (CurrentFd.isListening(fd) || !fd.hasNoRole());
    return fd == null || !known ? ctx.absent() : fd.destinationPort();
  }

  public static long lport(MatchContext ctx) {
    FdInfo fd = CurrentFd.connection(ctx);
    if (fd == null) {
      return ctx.absent();
    }
    return sourceIsLocal(ctx, fd) ? fd.sourcePort() : fd.destinationPort();
  }

  public static long rport(MatchContext ctx) {
    FdInfo fd = CurrentFd.connection(ctx);
    if (fd == null) {
      return ctx.absent();
    }
    return sourceIsLocal(ctx, fd) ? fd.destinationPort() : fd.sourcePort();
  }

  public static @Nullable ValueList proto(MatchContext ctx) {
    return port(ctx);
  }

  /** Ports as text; empty for sockets that have none, as upstream. */
  public static @Nullable ByteSlice cproto(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    if (fd == null || fd.hasNoRole()) {
      return null;
    }
    FdInfo connection = CurrentFd.connection(ctx);
    return connection == null ? ByteSlice.EMPTY : text(ctx, connection.sourcePort());
  }

  public static @Nullable ByteSlice sproto(MatchContext ctx) {
    FdInfo fd = CurrentFd.of(ctx);
    if (fd != null && CurrentFd.isListening(fd)) {
      return ByteSlice.EMPTY;
    }
    FdInfo connection = CurrentFd.connection(ctx);
    return connection == null ? null : text(ctx, connection.destinationPort());
  }

  public static @Nullable ByteSlice lproto(MatchContext ctx) {
    return CurrentFd.connection(ctx) == null ? null : text(ctx, lport(ctx));
  }

  public static @Nullable ByteSlice rproto(MatchContext ctx) {
    return CurrentFd.connection(ctx) == null ? null : text(ctx, rport(ctx));
  }

  private static ByteSlice text(MatchContext ctx, long port) {
    TextBuilder text = ctx.text();
    return text.appendDecimal(port).finish(ctx.slice());
  }

  public static @Nullable ValueList net(MatchContext ctx) {
    return ip(ctx);
  }

  public static @Nullable ByteSlice cnet(MatchContext ctx) {
    return cip(ctx);
  }

  public static @Nullable ByteSlice snet(MatchContext ctx) {
    return sip(ctx);
  }

  public static @Nullable ByteSlice lnet(MatchContext ctx) {
    return lip(ctx);
  }

  public static @Nullable ByteSlice rnet(MatchContext ctx) {
    return rip(ctx);
  }

  /** Host names are not looked up: an address has none. */
  public static @Nullable ByteSlice cipName(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice sipName(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice lipName(MatchContext ctx) {
    return null;
  }

  public static @Nullable ByteSlice ripName(MatchContext ctx) {
    return null;
  }
}
