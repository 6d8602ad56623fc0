package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.source.SourceException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the capture in one reused array, moved forward over the stream. Everything is parsed
 * in place; only a refill moves bytes.
 *
 * <pre>
 *   buffer  |  done  |  ready        |  free  |
 *           0        position        limit    buffer.length
 * </pre>
 */
final class ByteWindow {
  private static final int SIZE = 256 * 1024;

  byte[] buffer = new byte[SIZE];
  int position;
  int limit;

  private final String name;
  private final InputStream raw;
  private @Nullable InputStream in;
  private @Nullable IOException failure;
  private boolean ended;

  /** Offset of {@code buffer[0]} in the unpacked stream. */
  private long base;

  /**
   * @param name of the source, for errors
   * @param raw stream as it is, perhaps compressed
   */
  ByteWindow(String name, InputStream raw) {
    this.name = name;
    this.raw = raw;
  }

  /** Offset of {@link #position} in the unpacked stream. */
  long offset() {
    return base + position;
  }

  /**
   * Makes bytes ready in one piece from {@link #position} on.
   *
   * @return how many are ready: less than wanted only at the end of the stream
   */
  int available(int wanted) {
    if (limit - position < wanted && !ended) {
      fill(wanted);
    }
    return limit - position;
  }

  private void fill(int wanted) {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      base += position;
      limit -= position;
      position = 0;
    }
    try {
      if (in == null) {
        in = Decompression.open(raw);
      }
      while (limit < wanted && !ended) {
        if (limit == buffer.length) {
          // a large event: grow with what really comes, not with what a length field promises
          buffer =
              Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, Math.max(wanted, SIZE)));
        }
        int got = in.read(buffer, limit, buffer.length - limit);
        if (got < 0) {
          ended = true;
        } else {
          limit += got;
        }
      }
    } catch (IOException e) {
      failure = e;
      ended = true;
    }
  }

  /**
   * Passes over bytes.
   *
   * @return false when the stream ends before
   */
  boolean skip(long count) {
    long left = count;
    while (left > 0) {
      int ready = available(1);
      if (ready == 0) {
        return false;
      }
      int step = (int) Math.min(left, ready);
      position += step;
      left -= step;
    }
    return true;
  }

  /** True when the stream could not be read to its end. */
  boolean failed() {
    return failure != null;
  }

  /** The error for a stream that ends too early, or fails. */
  SourceException cut(String what, long wanted) {
    long offset = offset();
    if (failure != null) {
      return damageAt(offset, "cannot be read further, in " + what + ": " + reason(failure));
    }
    return damageAt(
        offset,
        "ends inside "
            + what
            + ": expecting "
            + wanted
            + " bytes, read "
            + (limit - position)
            + "; is the file truncated?");
  }

  private static String reason(IOException failure) {
    if (failure instanceof EOFException) {
      return "the compressed data ends too early";
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /** An error at {@link #position}. */
  SourceException damage(String message) {
    return damageAt(offset(), message);
  }

  SourceException damageAt(long offset, String message) {
    boolean unpacked = in != null && Decompression.unpacks(in);
    return new SourceException(name, offset, unpacked, message);
  }

  void close() {
    try (InputStream inner = raw;
        InputStream outer = in) {
      ended = true;
    } catch (IOException e) {
      // nothing was written, so nothing is lost
      failure = e;
    }
  }
}
