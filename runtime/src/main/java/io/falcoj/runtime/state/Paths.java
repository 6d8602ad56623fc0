package io.falcoj.runtime.state;

import io.falcoj.runtime.value.ByteScan;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * Makes paths absolute and plain. A result lies in a buffer that the next call uses again: copy
 * what is to be kept. Follows {@code concatenate_paths} of {@code userspace/libsinsp/utils.cpp}.
 */
public final class Paths {
  /** Longest result, with the NUL that upstream appends. */
  private static final int LIMIT = 1024;

  /** Stands for the working directory where a call takes a directory's descriptor. */
  public static final long AT_FDCWD = -100;

  private static final ByteSlice TOO_LONG = ByteSlice.of("/DIR_TOO_LONG/FILENAME_TOO_LONG");
  private static final ByteSlice HERE = ByteSlice.of(".");
  private static final ByteSlice UNKNOWN = ByteSlice.of("<UNKNOWN>");

  private final byte[] buffer = new byte[LIMIT];
  private final byte[] directory = new byte[LIMIT];
  private final ByteSlice directorySlice = new ByteSlice();
  private int end;

  /**
   * The path {@code name}, seen from {@code base} unless it is absolute, without {@code .}, {@code
   * ..} and double slashes.
   *
   * @param target pointed at the result, or at {@code name} where that is it
   */
  public ByteSlice join(ByteSlice base, ByteSlice name, ByteSlice target) {
    if (base.length() + name.length() + 1 > LIMIT) {
      return target.wrap(TOO_LONG.array(), TOO_LONG.offset(), TOO_LONG.length());
    }
    boolean relative = !name.isEmpty() && name.at(0) != '/';
    boolean plain = isPlain(name);
    if (plain && !relative) {
      return target.wrap(name.array(), name.offset(), name.length());
    }
    end = 0;
    if (relative) {
      System.arraycopy(base.array(), base.offset(), buffer, 0, base.length());
      end = base.length();
    }
    if (plain) {
      System.arraycopy(name.array(), name.offset(), buffer, end, name.length());
      end += name.length();
    } else {
      normalize(name, end == 0);
    }
    return target.wrap(buffer, 0, end);
  }

  /** True when there is nothing to take out: the usual case, found in one pass. */
  private static boolean isPlain(ByteSlice path) {
    byte[] bytes = path.array();
    int from = path.offset();
    int to = from + path.length();
    return from < to
        && bytes[from] != '.'
        && bytes[to - 1] != '/'
        && !ByteScan.hasSlashBeforeDotOrSlash(bytes, from, to);
  }

  private void normalize(ByteSlice path, boolean emptyBase) {
    int length = path.length();
    int at = 0;
    while (at < length) {
      byte c = path.at(at);
      if (c == '.' && (end == 0 || buffer[end - 1] == '/')) {
        at += dots(path, at);
      } else if (c == '/' && (end > 0 ? buffer[end - 1] == '/' : !emptyBase)) {
        at++;
      } else {
        buffer[end++] = c;
        at++;
      }
    }
    if (end > 1 && buffer[end - 1] == '/') {
      end--;
    }
  }

  /** Deals with a dot at the begin of a component; returns the bytes consumed. */
  private int dots(ByteSlice path, int at) {
    int left = path.length() - at;
    byte second = left > 1 ? path.at(at + 1) : 0;
    byte third = left > 2 ? path.at(at + 2) : 0;
    if (left > 1 && second == '.' && (left == 2 || third == '/')) {
      up();
      return Math.min(left, 3);
    }
    if (left == 1 || second == '/') {
      return Math.min(left, 2);
    }
    buffer[end++] = '.';
    return 1;
  }

  private void up() {
    if (end <= 1) {
      return;
    }
    end--;
    while (end >= 1 && buffer[end - 1] != '/') {
      end--;
    }
  }

  /** The path with each run of slashes as one; the path itself where there is no run. */
  public ByteSlice singleSlashes(ByteSlice path, ByteSlice target) {
    int length = path.length();
    int from = path.offset();
    if (length > LIMIT || !ByteScan.hasDoubleSlash(path.array(), from, from + length)) {
      return path;
    }
    end = 0;
    for (int i = 0; i < length; i++) {
      if (path.at(i) != '/' || i == 0 || path.at(i - 1) != '/') {
        buffer[end++] = path.at(i);
      }
    }
    return target.wrap(buffer, 0, end);
  }

  /**
   * The directory that a name is relative to: {@code .} for an absolute name, {@code <UNKNOWN>}
   * when the descriptor is not known; else with a slash at its end. Valid until the next call.
   */
  public ByteSlice directory(@Nullable ThreadInfo thread, ByteSlice name, long dirfd) {
    if (!name.isEmpty() && name.at(0) == '/') {
      return HERE;
    }
    if (thread == null) {
      return UNKNOWN;
    }
    if (dirfd == AT_FDCWD) {
      return thread.cwd();
    }
    FdInfo info = thread.fd(dirfd);
    if (info == null) {
      return UNKNOWN;
    }
    ByteSlice path = info.name;
    int length = path.length();
    if (length == 0 || path.at(length - 1) == '/' || length >= LIMIT) {
      return path;
    }
    System.arraycopy(path.array(), path.offset(), directory, 0, length);
    directory[length] = '/';
    return directorySlice.wrap(directory, 0, length + 1);
  }
}
