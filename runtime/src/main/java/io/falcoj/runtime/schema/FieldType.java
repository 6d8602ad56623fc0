package io.falcoj.runtime.schema;

/**
 * Types of event parameters and of fields. Codes and names are those of the scap format ({@code
 * ppm_param_type} in {@code driver/ppm_events_public.h} of falcosecurity/libs).
 */
public enum FieldType {
  NONE(Family.OTHER, 0),
  INT8(Family.SIGNED, 1),
  INT16(Family.SIGNED, 2),
  INT32(Family.SIGNED, 4),
  INT64(Family.SIGNED, 8),
  UINT8(Family.UNSIGNED, 1),
  UINT16(Family.UNSIGNED, 2),
  UINT32(Family.UNSIGNED, 4),
  UINT64(Family.UNSIGNED, 8),
  CHARBUF(Family.TEXT, -1),
  BYTEBUF(Family.BYTES, -1),
  ERRNO(Family.SIGNED, 8),
  SOCKADDR(Family.OTHER, -1),
  SOCKTUPLE(Family.OTHER, -1),
  FD(Family.SIGNED, 8),
  PID(Family.SIGNED, 8),
  FDLIST(Family.OTHER, -1),
  FSPATH(Family.TEXT, -1),
  SYSCALLID(Family.UNSIGNED, 2),
  SIGTYPE(Family.UNSIGNED, 1),
  RELTIME(Family.UNSIGNED, 8),
  ABSTIME(Family.UNSIGNED, 8),
  PORT(Family.UNSIGNED, 2),
  L4PROTO(Family.OTHER, 1),
  SOCKFAMILY(Family.OTHER, 1),
  BOOL(Family.BOOL, 4),
  IPV4ADDR(Family.ADDRESS, 4),
  DYN(Family.OTHER, -1),
  FLAGS8(Family.UNSIGNED, 1),
  FLAGS16(Family.UNSIGNED, 2),
  FLAGS32(Family.UNSIGNED, 4),
  UID(Family.OTHER, 4),
  GID(Family.OTHER, 4),
  DOUBLE(Family.DOUBLE, 8),
  SIGSET(Family.OTHER, 4),
  CHARBUFARRAY(Family.OTHER, -1),
  CHARBUF_PAIR_ARRAY(Family.OTHER, -1),
  IPV4NET(Family.NETWORK, 4),
  IPV6ADDR(Family.ADDRESS, 16),
  IPV6NET(Family.NETWORK, 16),
  IPADDR(Family.ADDRESS, -1),
  IPNET(Family.NETWORK, -1),
  MODE(Family.UNSIGNED, 4),
  FSRELPATH(Family.TEXT, -1),
  ENUMFLAGS8(Family.UNSIGNED, 1),
  ENUMFLAGS16(Family.UNSIGNED, 2),
  ENUMFLAGS32(Family.UNSIGNED, 4),
  FD32(Family.SIGNED, 4),
  PID32(Family.SIGNED, 4);

  /** How values of a type are held and compared. */
  public enum Family {
    /** A {@code long}, compared signed. */
    SIGNED,
    /** A {@code long} holding the unsigned bits, compared unsigned. */
    UNSIGNED,
    /** A {@code long}, 0 or 1. */
    BOOL,
    /** A {@code long} holding {@link Double#doubleToRawLongBits}. */
    DOUBLE,
    /** A byte slice without the terminating NUL. */
    TEXT,
    /** A byte slice. */
    BYTES,
    /** A byte slice of 4 or 16 bytes in network order. */
    ADDRESS,
    /** As {@link #ADDRESS}; compared with networks. */
    NETWORK,
    /** Only existence can be asked. */
    OTHER
  }

  private static final FieldType[] BY_CODE = values();

  private final Family family;
  private final int size;

  FieldType(Family family, int size) {
    this.family = family;
    this.size = size;
  }

  public Family family() {
    return family;
  }

  /** Bytes of the encoded value in an event; -1 where it varies. */
  public int size() {
    return size;
  }

  /** The type's number in the scap format. */
  public int code() {
    return ordinal();
  }

  /** True where accessors hand out a {@code long} rather than a byte slice. */
  public boolean isNumeric() {
    return switch (family) {
      case SIGNED, UNSIGNED, BOOL, DOUBLE -> true;
      default -> false;
    };
  }

  /** The type with that scap number, or {@link #NONE} for an unknown one. */
  public static FieldType ofCode(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : NONE;
  }
}
