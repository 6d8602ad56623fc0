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
  private byte[] window = new byte[CHUNK + SLACK];
  private @Nullable InputStream in;
  private long base;
  private @Nullable JsonDocument indexing;
  private int mark = -1;
  private long markLines;
  private int token = -1;

  AuditStream(AuditLogOptions options) {
    super(options.maxDepth());
    this.keptBytes = options.keptBytes();
  }

  /** Begins another stream. */
  void open(InputStream newIn) {
    window[0] = 0;
    begin(window, 0, 0, 0);
    in = newIn;
  }

  /**
   * Begins an input that is in memory; {@link #SLACK} applies.
   *
   * @param offset of its first byte in the array
   * @param position of its first byte in what it is a part of
   */
  void open(byte[] input, int offset, int length, long position) {
    int behind = offset + length;
    if (behind + SLACK > input.length || input[behind] < 0 || input[behind] >= ' ') {
      throw new IllegalArgumentException("no stop behind the input");
    }
    begin(input, offset, length, position - offset);
    in = null;
  }

  private void begin(byte[] input, int offset, int length, long newBase) {
    wrap(input, offset, length);
    base = newBase;
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
    if (keep > 0 && room() == 0) {
      discard(keep);
    }
    if (room() == 0) {
      window = Arrays.copyOf(bytes, bytes.length * 2);
      bytes = window;
    }
    int count = in.read(bytes, end, room());
    end += Math.max(count, 0);
    bytes[end] = 0;
    return count > 0;
  }

  private int room() {
    return bytes.length - SLACK - end;
  }

  private void discard(int count) {
    base += count;
    System.arraycopy(bytes, count, bytes, 0, end - count);
    shift += count;
    pos -= count;
    end -= count;
    mark -= mark >= 0 ? count : 0;
    token -= token >= 0 ? count : 0;
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
    return 1 + lines;
  }

  /** Keeps the bytes from here on. */
  private void mark() {
    mark = pos;
    markLines = lines;
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
    mark();
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
      lines -= bytes[pos] == '\n' ? 1 : 0;
    }
  }

  /** Goes back to the mark. */
  void rewind() {
    pos = mark;
    lines = markLines;
    mark = -1;
  }

  /** Skips the rest of the line, its end included. */
  void skipLine() throws IOException {
    do {
      while (pos < end) {
        if (bytes[pos++] == '\n') {
          lines++;
          return;
        }
      }
    } while (refill());
  }
}
