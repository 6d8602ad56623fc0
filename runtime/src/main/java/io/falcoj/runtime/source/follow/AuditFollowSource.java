package io.falcoj.runtime.source.follow;

import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.SourceInfo;
import io.falcoj.runtime.source.audit.AuditReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows audit logs with one document to a line. How far each log was judged is kept in a state
 * file, at least every second and every thousand lines, so that a run goes on where the last one
 * ended and no line is lost in between.
 */
public final class AuditFollowSource implements EventSource {
  private static final int BATCH = 200;
  private static final int CHECKPOINT_LINES = 1000 - BATCH;
  private static final long CHECKPOINT_NANOS = 1_000_000_000;

  /** A log that ends in the middle of a line is given this long to go on. */
  private static final long REST_NANOS = 1_000_000_000;

  /** The same for a log that was rotated away. */
  private static final long ROTATED_REST_NANOS = 5_000_000_000L;

  /** Looking at directories takes no more than this part of the time. */
  private static final int LOOK_SHARE = 20;

  /** Different warnings that are given. */
  private static final int MAX_SAID = 1000;

  private final SourceInfo info;
  private final FollowOptions options;
  private final LongSupplier clock;
  private final AuditReader reader;
  private final AuditReader trial;
  private final LineChunk chunk = new LineChunk();
  private final Set<String> said = new HashSet<>();
  private final List<String> unsaid = new ArrayList<>();
  private final List<LogSet> sets = new ArrayList<>();
  private final StateFile state;
  private @Nullable LogFile current;
  private boolean inLine;
  private boolean stopping;
  private boolean dirty;
  private long lines;
  private long savedAt;
  private long nextLook;

  private AuditFollowSource(FollowOptions options, StateFile state, LongSupplier clock) {
    this.info = new SourceInfo(EventSources.K8S_AUDIT, names(options), true);
    this.options = options;
    this.state = state;
    this.clock = clock;
    this.reader = new AuditReader(options.events());
    this.trial = new AuditReader(options.events());
    this.savedAt = clock.getAsLong();
    this.nextLook = savedAt;
  }

  /**
   * Begins where the last run with this state file ended, or at the beginning of the logs.
   *
   * @throws SourceException when the state file or a path cannot be used
   */
  public static AuditFollowSource open(FollowOptions options) throws SourceException {
    return open(options, System::nanoTime);
  }

  static AuditFollowSource open(FollowOptions options, LongSupplier clock) throws SourceException {
    List<LogPattern> patterns = new ArrayList<>();
    for (FollowOptions.Log log : options.logs()) {
      patterns.add(LogPattern.of(log.path()));
    }
    StateFile state;
    try {
      state = StateFile.open(options.stateFile());
    } catch (IOException e) {
      throw new SourceException(
          options.stateFile().toString(), -1, "state file cannot be used: " + e.getMessage());
    }
    AuditFollowSource source = new AuditFollowSource(options, state, clock);
    source.restore(patterns);
    return source;
  }

  private static String names(FollowOptions options) {
    return options.logs().stream().map(FollowOptions.Log::path).collect(Collectors.joining(", "));
  }

  private void restore(List<LogPattern> patterns) {
    List<LogFile> known = List.of();
    try {
      known = state.read();
    } catch (IOException e) {
      say(
          state.path()
              + ": state cannot be read, logs are judged from their beginning: "
              + e.getMessage());
    }
    Set<LogFile> taken = new HashSet<>();
    for (int i = 0; i < patterns.size(); i++) {
      LogPattern pattern = patterns.get(i);
      List<LogFile> its =
          known.stream()
              .filter(earlier -> pattern.names(earlier.path()))
              .filter(taken::add)
              .toList();
      sets.add(new LogSet(pattern, its, options.logs().get(i).fromEnd(), this::say));
    }
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public int poll(SourceHandler handler) {
    unsaid.forEach(message -> handler.warning(message, -1));
    unsaid.clear();
    int work = 0;
    try {
      while (work < BATCH && (inLine || nextLine(handler))) {
        work += read(BATCH - work, handler);
      }
    } catch (LogFile.Moved e) {
      chunk.clear();
      current = null;
      nextLook = clock.getAsLong();
    } catch (IOException e) {
      LogFile log = current;
      say((log == null ? info.name() : log.path()) + ": cannot be read: " + e.getMessage());
      giveUp();
    }
    if (work > 0) {
      return work;
    }
    settle();
    if (stopping) {
      return END;
    }
    long now = clock.getAsLong();
    checkpoint(now, false);
    if (now >= nextLook) {
      look(now);
    }
    return 0;
  }

  /** Reads on in the line that was begun. */
  private int read(int limit, SourceHandler handler) throws IOException {
    try {
      int work = reader.read(limit, handler);
      if (work == limit) {
        return work;
      }
      endLine();
      return work;
    } catch (JsonException e) {
      LogFile log = current;
      handler.refused(
          1,
          (log == null ? "" : log.path() + ": ") + "damaged line: " + e.getMessage(),
          e.offset());
      endLine();
      return 1;
    }
  }

  private void endLine() {
    inLine = false;
    lines++;
    dirty = true;
    if (current != null) {
      current.read = chunk.behind();
    }
  }

  /** Begins the next line of any log; false when there is none now. */
  private boolean nextLine(SourceHandler handler) throws IOException {
    while (!chunk.next()) {
      if (current != null) {
        current.read = Math.max(current.read, chunk.behind());
        current = null;
      }
      if (stopping || !fill(handler)) {
        return false;
      }
    }
    reader.openLine(chunk.bytes(), chunk.start(), chunk.length(), chunk.linePosition());
    inLine = true;
    return true;
  }

  private boolean fill(SourceHandler handler) throws IOException {
    long now = clock.getAsLong();
    for (LogSet set : sets) {
      for (LogFile log : set.logs()) {
        current = log;
        log.measure(now);
        if (log.isCut()) {
          log.doubted = true;
          nextLook = now;
        } else if (log.hasMore() ? fill(log, handler) : rest(log, now)) {
          return true;
        }
      }
    }
    current = null;
    return false;
  }

  private boolean fill(LogFile log, SourceHandler handler) throws IOException {
    boolean inLongLine = log.inLongLine;
    switch (chunk.fill(log, options.maxLineBytes(), false)) {
      case LINES -> {
        return true;
      }
      case LONG_LINE -> {
        if (!inLongLine) {
          String message = ": a line is longer than " + options.maxLineBytes() + " bytes";
          handler.refused(1, log.path() + message, log.settled);
        }
        return true;
      }
      case NOTHING -> log.exhaustedAt = log.size;
      case OTHER_LOG -> {
        log.doubted = true;
        nextLook = clock.getAsLong();
      }
    }
    return false;
  }

  /** Takes what stands behind the last line end, if it seems that the line will not go on. */
  private boolean rest(LogFile log, long now) throws IOException {
    if (!log.hasRest() || now - log.changedAt < REST_NANOS) {
      return false;
    }
    boolean over = !(log.live && log.present) && now - log.changedAt >= ROTATED_REST_NANOS;
    if (!over && log.restTriedAt == log.size) {
      return false;
    }
    log.restTriedAt = log.size;
    return chunk.fill(log, options.maxLineBytes(), true) == LineChunk.Result.LINES
        && (over || chunk.isWhole(trial));
  }

  private void look(long now) {
    for (LogSet set : sets) {
      dirty |= set.look(now);
    }
    long end = clock.getAsLong();
    nextLook = end + Math.max(options.scanMillis() * 1_000_000, (end - now) * LOOK_SHARE);
  }

  @Override
  public void settled() {
    settle();
    checkpoint(clock.getAsLong(), lines >= CHECKPOINT_LINES);
  }

  private void settle() {
    for (LogSet set : sets) {
      set.logs().forEach(LogFile::settle);
    }
  }

  private void checkpoint(long now, boolean due) {
    if (!dirty || !due && now - savedAt < CHECKPOINT_NANOS) {
      return;
    }
    List<LogFile> logs = new ArrayList<>();
    sets.forEach(set -> logs.addAll(set.logs()));
    try {
      state.write(logs);
      dirty = false;
      lines = 0;
    } catch (IOException e) {
      say(state.path() + ": state cannot be written, lines may be judged again: " + e.getMessage());
    }
    savedAt = now;
  }

  @Override
  public void stop() {
    stopping = true;
  }

  private void say(String message) {
    if (said.size() < MAX_SAID && said.add(message)) {
      unsaid.add(message);
    }
  }

  private void giveUp() {
    chunk.clear();
    inLine = false;
    if (current != null) {
      current.exhaustedAt = current.size;
      current.close();
      current = null;
    }
  }

  @Override
  public void close() {
    checkpoint(clock.getAsLong(), true);
    sets.forEach(LogSet::close);
    state.close();
  }
}
