package io.falcoj.runtime.source.follow;

import io.falcoj.runtime.source.audit.AuditLogOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * Which logs are followed and how.
 *
 * @param paths files, directories, or patterns with {@code *}, {@code ?}, {@code [a-z]} and {@code
 *     {a,b}} in any part of the path
 * @param stateFile where it is kept how far each file was judged
 * @param maxLineBytes longer lines are refused
 * @param scanMillis how often directories are looked at
 */
public record FollowOptions(
    List<String> paths, Path stateFile, AuditLogOptions events, int maxLineBytes, long scanMillis) {
  /** Lines of up to 64 MiB; four looks a second. */
  public static FollowOptions of(List<String> paths, Path stateFile) {
    return new FollowOptions(paths, stateFile, AuditLogOptions.DEFAULT, 64 << 20, 250);
  }

  public FollowOptions {
    paths = List.copyOf(paths);
  }
}
