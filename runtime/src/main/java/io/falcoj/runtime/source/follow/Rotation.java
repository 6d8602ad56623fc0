package io.falcoj.runtime.source.follow;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How the names of rotated logs come from the name of the log: of {@code audit.log} there may be
 * {@code audit.log.1}, {@code audit.log-20261128}, {@code audit-2026-11-28T10-00-00.000.log} and
 * {@code audit.1.log}, each also compressed.
 */
final class Rotation {
  private static final Pattern COMPRESSED = Pattern.compile("\\.(gz|zst)$");

  /** A number or a time, at the end or before the extension. */
  private static final Pattern MARK = Pattern.compile("[.-]\\d[\\dTZ:._-]*(?=$|\\.[A-Za-z]\\w*$)");

  private Rotation() {}

  /** True when a log of the first name may have been rotated to the second. */
  static boolean mayBecome(Path log, Path rotated) {
    String name = logName(rotated);
    return !log.equals(rotated)
        && Objects.equals(log.getParent(), rotated.getParent())
        && !rotated.getFileName().toString().equals(name)
        && logName(log).equals(name);
  }

  /** The name that the log had when it was written. */
  static String logName(Path file) {
    String plain = COMPRESSED.matcher(file.getFileName().toString()).replaceFirst("");
    return MARK.matcher(plain).replaceFirst("");
  }
}
