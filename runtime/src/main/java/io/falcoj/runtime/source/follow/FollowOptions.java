package io.falcoj.runtime.source.follow;

import io.falcoj.runtime.source.audit.AuditLogOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * Which logs are followed and how.
 *
 * @param stateFile where it is kept how far each file was judged
 * @param maxLineBytes longer lines are refused
 * @param scanMillis how often directories are looked at
 */
public record FollowOptions(
    List<Log> logs, Path stateFile, AuditLogOptions events, int maxLineBytes, long scanMillis) {
  /**
   * A log, or some.
   *
   * @param path file, directory, or pattern with {@code *}, {@code ?}, {@code [a-z]} and {@code
   *     {a,b}} in any part of the path
   * @param fromEnd true to leave out what a log holds when it is first seen at the start
   */
  public record Log(String path, boolean fromEnd) {}

  public FollowOptions {
    logs = List.copyOf(logs);
  }

  /** Four looks at the directories a second. */
  public static FollowOptions of(
      List<Log> logs, Path stateFile, AuditLogOptions events, int maxLineBytes) {
    return new FollowOptions(logs, stateFile, events, maxLineBytes, 250);
  }
}
