package io.falcoj.runtime.state;

import io.falcoj.runtime.state.limits.MemoryBudget;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * An open descriptor of a process. Tables of a process and its children share one object until one
 * of them changes it, so a change goes through {@link FdTable#writable}.
 */
public final class FdInfo {
  /** Kinds, with the numbers of {@code scap_fd_type}. */
  public enum Kind {
    UNKNOWN("<NA>", 'o'),
    FILE("file", 'f'),
    DIRECTORY("directory", 'd'),
    IPV4("ipv4", '4'),
    IPV6("ipv6", '6'),
    IPV4_SERVER("ipv4", '4'),
    IPV6_SERVER("ipv6", '6'),
    FIFO("pipe", 'p'),
    UNIX("unix", 'u'),
    EVENT("event", 'e'),
    UNSUPPORTED("<NA>", 'X'),
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
    PIDFD("pidfd", 'P'),
    UNINITIALIZED("<NA>", '?');

    private static final Kind[] BY_CODE = values();
    private final ByteSlice label;
    private final char letter;

    Kind(String label, char letter) {
      this.label = ByteSlice.of(label);
      this.letter = letter;
    }

    /** {@code fd.type}. */
    public ByteSlice label() {
      return label;
    }

    /** {@code fd.typechar}. */
    public char letter() {
      return letter;
    }

    /** The kind with that number, or null for a number that is none. */
    public static @Nullable Kind ofCode(int code) {
      return code >= 0 && code < UNINITIALIZED.ordinal() ? BY_CODE[code] : null;
    }
  }

  public static final int L4_UNKNOWN = 0;
  public static final int L4_NOT_AVAILABLE = 1;
  public static final int L4_TCP = 2;
  public static final int L4_UDP = 3;
  public static final int L4_ICMP = 4;
  public static final int L4_RAW = 5;

  public Kind kind = Kind.UNINITIALIZED;

  /** Path, or the text of the tuple. */
  public ByteSlice name = ByteSlice.EMPTY;

  /** Path as the call gave it, before it was made absolute, but for repeated slashes. */
  public ByteSlice nameRaw = ByteSlice.EMPTY;

  /** Open flags in the event encoding. */
  public long openFlags;

  public long device;
  public long inode;
  public long mountId;

  /** Process that a {@code pidfd} stands for. */
  public long pid;

  /** Ends of a connection; meaningful for sockets. */
  public SocketInfo socket = SocketInfo.NONE;

  public boolean client;
  public boolean server;
  public boolean connected;
  public boolean connectionPending;
  public boolean connectionFailed;

  public boolean overlayUpper;
  public boolean overlayLower;
  public boolean fromProc;

  /** Places in tables that hold this object. */
  int holders;

  /** What it was charged to the budget; 0 while it is in no table. */
  long charged;

  /** Bytes that it takes, estimated from above. */
  long bytes() {
    long raw = name == nameRaw ? 0 : MemoryBudget.beyondHead(nameRaw);
    return MemoryBudget.DESCRIPTOR + MemoryBudget.beyondHead(name) + raw;
  }

  /** Lets go of most of a name for which there is no room. */
  void shorten() {
    name = MemoryBudget.head(name);
    nameRaw = MemoryBudget.head(nameRaw);
  }

  /** A copy that belongs to one table. */
  public FdInfo copy() {
    FdInfo copy = new FdInfo();
    copy.kind = kind;
    copy.name = name;
    copy.nameRaw = nameRaw;
    copy.openFlags = openFlags;
    copy.device = device;
    copy.inode = inode;
    copy.mountId = mountId;
    copy.pid = pid;
    copy.socket = socket.copy();
    copy.client = client;
    copy.server = server;
    copy.connected = connected;
    copy.connectionPending = connectionPending;
    copy.connectionFailed = connectionFailed;
    copy.overlayUpper = overlayUpper;
    copy.overlayLower = overlayLower;
    copy.fromProc = fromProc;
    return copy;
  }

  public boolean isFile() {
    return kind == Kind.FILE || kind == Kind.FILE_V2;
  }

  public boolean isDirectory() {
    return kind == Kind.DIRECTORY;
  }

  /** True when {@link #socket} may be written. */
  public boolean hasSocket() {
    return socket != SocketInfo.NONE;
  }

  /** True for IPv4 and IPv6, connected, listening or neither. */
  public boolean isIpSocket() {
    return switch (kind) {
      case IPV4, IPV6, IPV4_SERVER, IPV6_SERVER -> true;
      default -> false;
    };
  }

  public boolean isSocket() {
    return isIpSocket() || kind == Kind.UNIX;
  }

  /** True while it is not known which end of the connection the process is. */
  public boolean hasNoRole() {
    return !client && !server;
  }

  /** One of the {@code L4_} numbers, as {@code fd.l4proto} tells it. */
  public int l4proto() {
    return switch (kind) {
      case IPV4, IPV6 -> {
        int protocol = socket.l4proto(kind);
        yield protocol == L4_RAW || !hasNoRole() ? protocol : L4_NOT_AVAILABLE;
      }
      case IPV4_SERVER, IPV6_SERVER -> socket.l4proto(kind);
      default -> L4_NOT_AVAILABLE;
    };
  }

  /** Points {@code target} at the client's address; 4 or 16 bytes, network order. */
  public ByteSlice sourceAddress(ByteSlice target) {
    return socket.sourceAddress(kind, target);
  }

  /** Points {@code target} at the server's address; of a listening socket its own. */
  public ByteSlice destinationAddress(ByteSlice target) {
    return socket.destinationAddress(kind, target);
  }

  public int sourcePort() {
    return socket.sourcePort(kind);
  }

  /** Port of the server; of a listening socket its own. */
  public int destinationPort() {
    return socket.destinationPort(kind);
  }
}
