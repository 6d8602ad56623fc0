package io.falcoj.runtime.source.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One log: its file, which may change its name, and how far it was read and judged. */
final class LogFile {
  /** The file has another name by now, or none; the next look tells. */
  static final class Moved extends IOException {
    private static final long serialVersionUID = 1;

    Moved(Path path) {
      super(path + " has become another file");
    }
  }

  /** In place of an offset: a log that was there before the first start and is not read. */
  static final long SKIPPED = -1;

  private Path path;
  private long inode;
  private boolean compressed;
  private Head head = Head.EMPTY;
  private @Nullable OpenLog open;

  /** False when the last look did not find it. */
  boolean present;

  /** False for what a log was rotated to. */
  boolean live = true;

  /** Bytes in the file when it was last looked at. */
  long size;

  /** Milliseconds since the epoch at which it was last written to. */
  long modified;

  /** {@link System#nanoTime} at which it was last seen to change. */
  long changedAt;

  /** Place of the next byte to read. */
  long read;

  /** Everything before this place was judged. */
  long settled;

  /** Size at which no further line was found; there may be one when the size is another. */
  long exhaustedAt = -1;

  /** Size at which it was tried whether the rest is a whole line. */
  long restTriedAt = -1;

  /** True when the open file seems to hold another log, whatever its size and time say. */
  boolean doubted;

  /** True inside a line that is too long. */
  boolean inLongLine;

  LogFile(Path path, long inode, Head head, long offset) {
    this.path = path;
    this.inode = inode;
    this.head = head;
    this.read = offset;
    this.settled = offset;
  }

  Path path() {
    return path;
  }

  long inode() {
    return inode;
  }

  Head head() {
    return head;
  }

  boolean compressed() {
    return compressed;
  }

  boolean skipped() {
    return settled == SKIPPED;
  }

  void skip() {
    read = SKIPPED;
    settled = SKIPPED;
  }

  /** What stands before this place is not read, nor the rest of a line that it is in. */
  void beginAt(long place) {
    // The byte before tells whether a line begins here.
    read = Math.max(0, place - 1);
    settled = read;
    inLongLine = place > 0;
  }

  /** What was read was judged. */
  void settle() {
    settled = read;
  }

  /** True when the open file is shorter than what was read of it. */
  boolean isCut() {
    return open != null && !compressed && size < read;
  }

  /** The file has this name now. */
  void named(Path newPath) {
    path = newPath;
  }

  /** The log is in another file now: in a copy or in compressed form. */
  void movedTo(Path newPath, long newInode) {
    close();
    path = newPath;
    inode = newInode;
    exhaustedAt = -1;
    read = settled;
  }

  /** The file holds another log now. */
  void lost() {
    close();
    present = false;
    inode = 0;
  }

  /** True when these bytes begin this log; then more of them are looked at from now on. */
  boolean recognise(byte[] beginning) {
    if (!head.fits(beginning, beginning.length)) {
      return false;
    }
    if (head.length() < beginning.length) {
      head = Head.of(beginning, beginning.length);
    }
    return true;
  }

  /**
   * Opens the file unless it is open.
   *
   * @throws Moved when the name leads to another file
   */
  OpenLog open() throws IOException {
    OpenLog log = open;
    if (log == null) {
      log = openThis();
      open = log;
      compressed = log.compressed();
    }
    return log;
  }

  /** Between a look at a name and opening it, a log may be rotated. */
  private OpenLog openThis() throws IOException {
    OpenLog log = null;
    try {
      log = OpenLog.open(path);
      if (inode == inode(path)) {
        OpenLog found = log;
        log = null;
        return found;
      }
    } catch (NoSuchFileException e) {
      // Renamed, and nothing else has the name yet.
    } finally {
      if (log != null) {
        log.close();
      }
    }
    throw new Moved(path);
  }

  private static long inode(Path path) throws IOException {
    return ((Number) Files.getAttribute(path, "unix:ino")).longValue();
  }

  boolean isOpen() {
    return open != null;
  }

  void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  /** Asks the open file for its size: it may have grown since the last look. */
  void measure(long now) throws IOException {
    if (open != null && !compressed) {
      long newSize = open.size();
      if (newSize != size) {
        size = newSize;
        changedAt = now;
      }
    }
  }

  /** True when there may be lines that were not read. */
  boolean hasMore() {
    return !skipped()
        && (present || open != null)
        && size != exhaustedAt
        && (compressed || size > read);
  }

  /** True when the file ends in the middle of a line, as far as can be seen. */
  boolean hasRest() {
    return !skipped()
        && !compressed
        && (present || open != null)
        && size == exhaustedAt
        && size > read;
  }
}
