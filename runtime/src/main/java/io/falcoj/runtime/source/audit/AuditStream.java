package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.json.JsonScanner;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The JSON grammar over a stream: a window of bytes that keeps what lies behind a mark, up to a
 * limit, and counts lines.
 */
final class AuditStream extends JsonScanner {
  private static final int CHUNK = 64 * 1024;

  private final int keptBytes;
  private byte[] window = new byte[CHUNK];
  private @Nullable InputStream in;
  private long base;
  private long lines;

  /** Index up to which {@link #lines} counts line ends. */
  private int counted;

  private @Nullable JsonDocument indexing;
  private int mark = -1;
  private int token = -1;

  AuditStream(AuditLogOptions options) {
    super(options.maxDepth());
    this.keptBytes = options.keptBytes();
  }

  /** Begins another stream. */
  void open(InputStream newIn) {
    begin(window, 0, 0, 0);
    in = newIn;
  }

  /**
   * Begins an input that is in memory.
   *
   * @param offset of its first byte in the array
   * @param position of its first byte in what it is a part of
   */
  void open(byte[] input, int offset, int length, long position) {
    begin(input, offset, length, position - offset);
    in = null;
  }

  private void begin(byte[] input, int offset, int length, long newBase) {
    bytes = input;
    pos = offset;
    end = offset + length;
    base = newBase;
    shift = 0;
    lines = 0;
    counted = offset;
    mark = -1;
    token = -1;
  }

  /** Skips a byte order mark; to be called before anything else. */
  void skipByteOrderMark() throws IOException {
    while (end - pos < 3 && refill()) {
      // A stream may come in single bytes.
    }
    if (end - pos >= 3
        && bytes[pos] == (byte) 0xEF
        && bytes[pos + 1] == (byte) 0xBB
        && bytes[pos + 2] == (byte) 0xBF) {
      pos += 3;
    }
  }

  @Override
  protected boolean refill() throws IOException {
    if (in == null) {
      return false;
    }
    if (mark >= 0 && end - mark >= keptBytes) {
      mark = -1;
      if (indexing != null) {
        indexing.drop();
      }
    }
    int keep = mark >= 0 ? mark : pos;
    if (token >= 0 && end - token >= keptBytes) {
      token = -1;
    }
    if (token >= 0) {
      keep = Math.min(keep, token);
    }
    if (keep > 0 && end == bytes.length) {
      discard(keep);
    }
    if (end == bytes.length) {
      window = Arrays.copyOf(bytes, bytes.length * 2);
      bytes = window;
    }
    int count = in.read(bytes, end, bytes.length - end);
    if (count <= 0) {
      return false;
    }
    end += count;
    return true;
  }

  private void discard(int count) {
    countTo(Math.max(counted, count));
    counted -= count;
    base += count;
    System.arraycopy(bytes, count, bytes, 0, end - count);
    shift += count;
    pos -= count;
    end -= count;
    mark -= mark >= 0 ? count : 0;
    token -= token >= 0 ? count : 0;
  }

  private void countTo(int index) {
    for (; counted < index; counted++) {
      lines += bytes[counted] == '\n' ? 1 : 0;
    }
    while (counted > index) {
      counted--;
      lines -= bytes[counted] == '\n' ? 1 : 0;
    }
  }

  @Override
  protected long offsetOf(int index) {
    return base + index;
  }

  /** Offset of the next byte in the stream. */
  long offset() {
    return base + pos;
  }

  /** Line of the next byte, from 1. */
  long line() {
    countTo(pos);
    return 1 + lines;
  }

  /** Keeps the bytes from here on. */
  void mark() {
    mark = pos;
  }

  void unmark() {
    mark = -1;
  }

  /** True while everything since {@link #mark} is kept. */
  boolean marked() {
    return mark >= 0;
  }

  /** Offset of the mark in the stream. */
  long markOffset() {
    return base + mark;
  }

  byte[] window() {
    return bytes;
  }

  /** Index in {@link #window} of the mark. */
  int markIndex() {
    return mark;
  }

  /** Index in {@link #window} of the next byte. */
  int index() {
    return pos;
  }

  /** Takes the next byte, which was seen by {@link #peek}. */
  void skip() {
    pos++;
  }

  /**
   * Reads a string whose opening quote is the next byte.
   *
   * @return index in {@link #window} of its first character, or -1 when it is too long to keep; it
   *     ends before the byte at {@link #index} - 1
   */
  int text() throws JsonException, IOException {
    token = pos;
    try {
      string();
      return token < 0 ? -1 : token + 1;
    } finally {
      token = -1;
    }
  }

  /**
   * Reads an object whose brace is the next byte, from a mark that is set there.
   *
   * @param stop key of the object before whose array reading stops, or null
   * @return false when reading has stopped there
   */
  boolean object(JsonDocument index, JsonPaths wanted, @Nullable ByteSlice stop)
      throws JsonException, IOException {
    mark = pos;
    index.begin(wanted, stop);
    indexing = index;
    try {
      boolean whole = value(index);
      index.end(bytes, shift);
      return whole;
    } finally {
      indexing = null;
    }
  }

  /** Reads a value that nobody looks at. */
  void skipValue() throws JsonException, IOException {
    value();
  }

  JsonException problem(String message) {
    return error(message);
  }

  /** Steps back over the blanks before the next byte, not beyond an offset in the stream. */
  void retreat(long floor) {
    while (pos > 0 && offset() > floor && bytes[pos - 1] >= 0 && bytes[pos - 1] <= ' ') {
      pos--;
    }
  }

  /** Goes back to the mark. */
  void rewind() {
    pos = mark;
    mark = -1;
  }

  /** Skips the rest of the line, its end included. */
  void skipLine() throws IOException {
    do {
      while (pos < end) {
        if (bytes[pos++] == '\n') {
          return;
        }
      }
    } while (refill());
  }
}
