package io.falcoj.runtime.pushdown;

/**
 * What a node looks at. Each is there before the event is encoded.
 *
 * <p>The compiler asks for no {@code comm} and no user: rules see the name and the user that the
 * state has of a thread, and the kernel's own may differ from these at any time.
 *
 * @param kind what it is
 * @param param index of the event's parameter in the event table where the kind has one, else 0
 */
public record Source(Kind kind, int param) {
  /** The call's return value. */
  public static final Source RETURN = new Source(Kind.RETURN, 0);

  /** Type of the file at the descriptor that the call returned. */
  public static final Source FILE_TYPE = new Source(Kind.FILE_TYPE, 0);

  /** The thread's name. */
  public static final Source COMM = new Source(Kind.COMM, 0);

  /** The real user. */
  public static final Source UID = new Source(Kind.UID, 0);

  /** Kinds of value. */
  public enum Kind {
    /** The return value, signed, of all 64 bits. Unknown at the start of a call. */
    RETURN(false, false),

    /**
     * A parameter that is a number, as the event has it: descriptors are signed, flags and
     * enumerations have the event table's values. Of {@code file_flags} only those bits are asked
     * for that the call's argument says; what the kernel adds ({@code O_F_CREATED}, layers) is not.
     */
    NUMBER(true, false),

    /**
     * {@code S_IFMT} bits of the file at the descriptor that the call returned; unknown when the
     * call failed or has not ended. A recording shows directories only, by {@code O_DIRECTORY}, and
     * all else is {@link Filter#REGULAR_FILE} there.
     */
    FILE_TYPE(false, false),

    /**
     * The family of the socket at the descriptor that a parameter is, as the kernel has it (1 for
     * unix, 2 for IPv4, 10 for IPv6): not that of an address in the caller's memory, which can
     * change. Unknown when it is no socket. A recording shows it by the tuple, else by the address.
     */
    FAMILY(true, false),

    /** The port of a parameter that is an IPv4 or IPv6 address; unknown in a recording. */
    PORT(true, false),

    /** The real user's id in the initial namespace; unknown in a recording. */
    UID(false, false),

    /** The thread's {@code comm}, 15 bytes at most; unknown in a recording. */
    COMM(false, true),

    /**
     * A parameter that is a path, as long as it can be nothing but the path that {@code fd.name}
     * shows: unknown when it does not begin with a slash, has {@code //}, {@code /.} or {@code ..}
     * anywhere, ends with a slash, could not be read, or is longer than {@link Filter#MAX_PATH}.
     */
    PATH(true, true);

    private final boolean ofParam;
    private final boolean text;

    Kind(boolean ofParam, boolean text) {
      this.ofParam = ofParam;
      this.text = text;
    }

    /** Whether it is that of a parameter. */
    public boolean isOfParam() {
      return ofParam;
    }

    /** Whether it is bytes, not a number. */
    public boolean isText() {
      return text;
    }
  }

  public Source {
    if (param < 0 || param > 63 || (param > 0 && !kind.isOfParam())) {
      throw new IllegalArgumentException("no parameter " + param + " of " + kind);
    }
  }

  /** A parameter that is a number. */
  public static Source number(int param) {
    return new Source(Kind.NUMBER, param);
  }

  /** A parameter that is a path. */
  public static Source path(int param) {
    return new Source(Kind.PATH, param);
  }

  /** The family of the socket at the descriptor that a parameter is. */
  public static Source family(int param) {
    return new Source(Kind.FAMILY, param);
  }

  /** The port of a parameter that is an address. */
  public static Source port(int param) {
    return new Source(Kind.PORT, param);
  }
}
