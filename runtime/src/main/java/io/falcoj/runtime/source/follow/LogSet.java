package io.falcoj.runtime.source.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The logs of one pattern. Tells the same log under another name, in a copy or in compressed form
 * from a new one: by the file's number, and by what the log begins with.
 */
final class LogSet {
  /** Logs that are gone are remembered, since they may come back compressed. */
  private static final int MAX_GONE = 64;

  /** Files that may be open although nothing is left to read in them. */
  private static final int MAX_OPEN = 128;

  /** A file like another that was written to this recently may be a copy in the making. */
  private static final long COPY_MILLIS = 5_000;

  private static final int MAX_TRIES = 5;

  private record Found(Path path, long inode, long size, long modified) {}

  private static final Comparator<LogFile> ORDER =
      Comparator.<LogFile, Boolean>comparing(log -> log.live)
          .thenComparing(log -> log.modified)
          .thenComparing(LogFile::path);

  private final LogPattern pattern;
  private final List<LogFile> logs;
  private final boolean fromEnd;
  private final Consumer<String> warnings;
  private boolean begun;
  private boolean changed;

  /**
   * @param known logs of earlier runs
   * @param fromEnd whether logs are read from their end when there are no earlier runs
   */
  LogSet(LogPattern pattern, List<LogFile> known, boolean fromEnd, Consumer<String> warnings) {
    this.pattern = pattern;
    this.logs = new ArrayList<>(known);
    this.fromEnd = fromEnd;
    this.warnings = warnings;
    this.begun = !known.isEmpty();
  }

  /** All logs, those that are gone too; the oldest first. */
  List<LogFile> logs() {
    return logs;
  }

  /** Looks at the directories; true when a log is new, has moved or was lost. */
  boolean look(long now) {
    changed = false;
    List<Found> unknown = new ArrayList<>();
    Map<Long, LogFile> byInode = new HashMap<>();
    for (LogFile log : logs) {
      log.present = false;
      byInode.put(log.inode(), log);
    }
    for (Found found : files()) {
      LogFile log = byInode.get(found.inode());
      if (log == null || !confirm(log, found, now)) {
        unknown.add(found);
      }
    }
    unknown.sort(Comparator.comparing(Found::modified).thenComparing(Found::path));
    for (Found found : unknown) {
      adopt(found, now);
    }
    if (!begun && logs.isEmpty()) {
      warnings.accept(pattern + ": no such file yet; waiting for it");
    }
    begun = true;
    logs.sort(ORDER);
    tidy();
    return changed;
  }

  /**
   * The files that exist now. If names have changed meanwhile, the file behind one of them may be a
   * younger one, and the older one not be among these: then once more, lest lines change places.
   */
  private List<Found> files() {
    for (int tries = 1; ; tries++) {
      List<Path> paths = pattern.files();
      List<Found> files = new ArrayList<>();
      for (Path path : paths) {
        Found found = attributes(path);
        if (found != null) {
          files.add(found);
        }
      }
      if (tries == MAX_TRIES || Set.copyOf(paths).equals(Set.copyOf(pattern.files()))) {
        return files;
      }
    }
  }

  private static @Nullable Found attributes(Path path) {
    try {
      Map<String, Object> unix = Files.readAttributes(path, "unix:ino,size,lastModifiedTime");
      Number inode = (Number) Objects.requireNonNull(unix.get("ino"));
      Number size = (Number) Objects.requireNonNull(unix.get("size"));
      FileTime modified = (FileTime) Objects.requireNonNull(unix.get("lastModifiedTime"));
      return new Found(path, inode.longValue(), size.longValue(), modified.toMillis());
    } catch (IOException e) {
      return null;
    }
  }

  /** True when the file still holds the log; false when it holds another one now. */
  private boolean confirm(LogFile log, Found found, long now) {
    if (!log.path().equals(found.path())) {
      log.named(found.path());
      changed = true;
    }
    boolean written = log.size != found.size() || log.modified != found.modified();
    if (written || log.doubted) {
      log.doubted = false;
      try {
        boolean cut = !log.open().compressed() && !log.skipped() && found.size() < log.read;
        if (cut || !log.recognise(log.open().beginning())) {
          log.lost();
          changed = true;
          return false;
        }
      } catch (LogFile.Moved e) {
        // The next look finds it elsewhere.
      } catch (IOException e) {
        warnings.accept(found.path() + ": cannot be read: " + e.getMessage());
      }
    }
    seen(log, found, now);
    return true;
  }

  private void seen(LogFile log, Found found, long now) {
    if (log.size != found.size() || log.modified != found.modified()) {
      log.changedAt = now;
    }
    log.size = found.size();
    log.modified = found.modified();
    log.live = pattern.isLive(found.path());
    log.present = true;
  }

  /** Finds out what log an unknown file holds. */
  private void adopt(Found found, long now) {
    LogFile fresh = new LogFile(found.path(), found.inode(), Head.EMPTY, 0);
    byte[] beginning;
    try {
      beginning = fresh.open().beginning();
    } catch (LogFile.Moved e) {
      // The next look finds both.
      return;
    } catch (IOException e) {
      warnings.accept(found.path() + ": cannot be read: " + e.getMessage());
      return;
    } finally {
      fresh.close();
    }
    LogFile gone = alike(found, beginning, false);
    if (gone != null) {
      changed = true;
      gone.movedTo(found.path(), found.inode());
      gone.recognise(beginning);
      seen(gone, found, now);
      return;
    }
    boolean recent = System.currentTimeMillis() - found.modified() < COPY_MILLIS;
    if ((fresh.compressed() || recent) && alike(found, beginning, true) != null) {
      return;
    }
    fresh.recognise(beginning);
    if (!begun && (!pattern.isLive(found.path()) || fromEnd && fresh.compressed())) {
      fresh.skip();
    } else if (!begun && fromEnd) {
      fresh.beginAt(found.size());
    }
    seen(fresh, found, now);
    logs.add(fresh);
    changed = true;
  }

  /** A log of an earlier look that begins like this file and may have been rotated to it. */
  private @Nullable LogFile alike(Found found, byte[] beginning, boolean present) {
    for (LogFile log : begun ? logs : List.<LogFile>of()) {
      if (log.present == present
          && log.head().length() > 0
          && Rotation.mayBecome(log.path(), found.path())
          && log.head().fits(beginning, beginning.length)) {
        return log;
      }
    }
    return null;
  }

  private void tidy() {
    int gone = 0;
    int open = 0;
    for (int i = logs.size() - 1; i >= 0; i--) {
      LogFile log = logs.get(i);
      boolean readable = log.isOpen() && (log.hasMore() || log.hasRest());
      if (log.isOpen() && !readable && (!log.present || ++open > MAX_OPEN)) {
        log.close();
      }
      if (!log.present && !readable && ++gone > MAX_GONE) {
        logs.remove(i);
      }
    }
  }

  void close() {
    logs.forEach(LogFile::close);
  }
}
