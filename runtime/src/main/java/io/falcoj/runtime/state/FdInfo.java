package io.falcoj.runtime.state;

import io.falcoj.runtime.value.ByteSlice;

/** An open descriptor of a process. */
public final class FdInfo {
  /** Kinds, with the numbers of {@code scap_fd_type}. */
  public enum Kind {
    UNINITIALIZED("", 'X'),
    FILE("file", 'f'),
    DIRECTORY("directory", 'd'),
    IPV4("ipv4", '4'),
    IPV6("ipv6", '6'),
    IPV4_SERVER("ipv4", '4'),
    IPV6_SERVER("ipv6", '6'),
    FIFO("pipe", 'p'),
    UNIX("unix", 'u'),
    EVENT("event", 'e'),
    UNSUPPORTED("", 'X'),
    SIGNALFD("signalfd", 's'),
    EVENTPOLL("eventpoll", 'l'),
    INOTIFY("inotify", 'i'),
    TIMERFD("timerfd", 't'),
    NETLINK("netlink", 'n'),
    FILE_V2("file", 'f'),
    BPF("bpf", 'b'),
    USERFAULTFD("userfaultfd", 'u'),
    IO_URING("io_uring", 'r'),
    MEMFD("memfd", 'm'),
    PIDFD("pidfd", 'P');

    private static final Kind[] BY_CODE = values();
    private final ByteSlice label;
    private final char letter;

    Kind(String label, char letter) {
      this.label = ByteSlice.of(label);
      this.letter = letter;
    }

    /** {@code fd.type}; empty when there is none. */
    public ByteSlice label() {
      return label;
    }

    /** {@code fd.typechar}. */
    public char letter() {
      return letter;
    }

    public static Kind ofCode(int code) {
      return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : UNSUPPORTED;
    }
  }

  /** Which end of a connection the process is. */
  public enum Role {
    NONE,
    CLIENT,
    SERVER
  }

  public Kind kind = Kind.UNINITIALIZED;
  public Role role = Role.NONE;

  /** Path, or the text of the tuple. */
  public ByteSlice name = ByteSlice.EMPTY;

  /** Path as the call gave it, before it was made absolute. */
  public ByteSlice nameRaw = ByteSlice.EMPTY;

  /** Name before the last change. */
  public ByteSlice oldName = ByteSlice.EMPTY;

  /** Open flags in the event encoding. */
  public long openFlags;

  public long device;
  public long inode;
  public long mountId;
  public int l4proto;

  /** Address bytes of source (client) and destination (server): 4 or 16, else empty. */
  public ByteSlice sourceAddress = ByteSlice.EMPTY;

  public ByteSlice destinationAddress = ByteSlice.EMPTY;
  public int sourcePort;
  public int destinationPort;
  public long unixSource;
  public long unixDestination;

  public boolean connected;
  public boolean connectionPending;
  public boolean connectionFailed;
  public boolean cloneOnExec;
  public boolean overlayUpper;
  public boolean overlayLower;
  public boolean fromProc;

  public boolean isIpSocket() {
    return switch (kind) {
      case IPV4, IPV6, IPV4_SERVER, IPV6_SERVER -> true;
      default -> false;
    };
  }

  public boolean isSocket() {
    return isIpSocket() || kind == Kind.UNIX;
  }
}
