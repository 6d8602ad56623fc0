package io.falcoj.runtime.source.scap;

/** Kinds of descriptors that have a layout of their own: {@code scap_fd_type} of the format. */
final class FdKind {
  static final int UNKNOWN = 0;
  static final int IPV4_SOCKET = 3;
  static final int IPV6_SOCKET = 4;
  static final int IPV4_SERVER = 5;
  static final int IPV6_SERVER = 6;
  static final int UNIX_SOCKET = 8;
  static final int UNSUPPORTED = 10;
  static final int FILE_V2 = 16;

  /** The highest known one; all others up to it have just a name. */
  static final int LAST = 21;

  private FdKind() {}
}
