package io.falcoj.runtime.source.follow;

import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.json.JsonScanner;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.audit.AuditReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** Some lines of a log in memory, handed out one after the other. */
final class LineChunk {
  /** What {@link #fill} found. */
  enum Result {
    LINES,
    NOTHING,
    /** The line is longer than allowed; a part of it was passed over. */
    LONG_LINE,
    /** The file holds another log now. */
    OTHER_LOG
  }

  private static final int SLACK = JsonScanner.SLACK;
  private static final int USUAL = 64 * 1024 + SLACK;
  private static final int BATCH = 256;
  private static final SourceHandler NOBODY = event -> {};

  private byte[] buffer = new byte[USUAL];

  /** Place in the log of the buffer's first byte. */
  private long position;

  /** Index behind the last line. */
  private int limit;

  private int start;
  private int end;
  private int next;

  /**
   * Reads whole lines from where the log was read to.
   *
   * @param rest true to take what stands behind the last line end as well
   */
  Result fill(LogFile log, int maxLineBytes, boolean rest) throws IOException {
    if (buffer.length > USUAL) {
      buffer = new byte[USUAL];
    }
    position = log.read;
    limit = 0;
    start = 0;
    end = 0;
    next = 0;
    int length = 0;
    while (true) {
      int wanted = buffer.length - SLACK - length;
      int count = read(log, length, wanted);
      int lines = lineEnd(length, length + count);
      length += count;
      boolean ended = count < wanted;
      if (log.inLongLine) {
        return passOver(log, length, ended);
      }
      if (lines > 0 || ended) {
        limit = lines > 0 ? lines : rest || log.compressed() ? length : 0;
        buffer[length] = '\n';
        break;
      }
      if (length >= maxLineBytes) {
        log.inLongLine = true;
        log.read += length;
        return Result.LONG_LINE;
      }
      buffer =
          Arrays.copyOf(buffer, (int) Math.min(buffer.length * 2L, maxLineBytes + (long) SLACK));
    }
    if (!log.compressed() && !log.recognise(log.open().beginning())) {
      limit = 0;
      return Result.OTHER_LOG;
    }
    return limit > 0 ? Result.LINES : Result.NOTHING;
  }

  private int read(LogFile log, int offset, int wanted) throws IOException {
    try {
      return log.open().read(buffer, offset, wanted, position + offset);
    } catch (EOFException e) {
      // A compressed log that is being written.
      return 0;
    }
  }

  /** Index behind the last line end between two indexes, or 0. */
  private int lineEnd(int from, int to) {
    for (int i = to; i > from; i--) {
      if (buffer[i - 1] == '\n') {
        return i;
      }
    }
    return 0;
  }

  private Result passOver(LogFile log, int length, boolean ended) {
    for (int i = 0; i < length; i++) {
      if (buffer[i] == '\n') {
        log.inLongLine = false;
        log.read += i + 1L;
        return Result.LONG_LINE;
      }
    }
    log.read += length;
    return ended ? Result.NOTHING : Result.LONG_LINE;
  }

  /** Goes to the next line that is not blank; false when there is none. */
  boolean next() {
    while (next < limit) {
      start = next;
      end = start;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      next = Math.min(end + 1, limit);
      if (!isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** True when the lines are whole documents; the chunk is forgotten if not. */
  boolean isWhole(AuditReader trial) throws IOException {
    int from = next;
    try {
      while (next()) {
        trial.openLine(buffer, start, end - start, 0);
        while (trial.read(BATCH, NOBODY) == BATCH) {
          // All of it has to be read.
        }
      }
      next = from;
      return true;
    } catch (JsonException e) {
      clear();
      return false;
    }
  }

  /** Forgets what is left. */
  void clear() {
    next = 0;
    limit = 0;
  }

  private boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] > ' ' || buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  byte[] bytes() {
    return buffer;
  }

  /** Index of the line's first byte. */
  int start() {
    return start;
  }

  /** Bytes of the line without its end. */
  int length() {
    return end - start;
  }

  /** Place in the log of the line's first byte. */
  long linePosition() {
    return position + start;
  }

  /** Place in the log behind the line and its end. */
  long behind() {
    return position + next;
  }
}
