package io.falcoj.probe.procfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel says of a file.
 *
 * @param ctime nanoseconds since the epoch, when the file changed in any way
 * @param mtime likewise, when its content changed
 */
record FileFacts(long inode, long device, int mode, long uid, long gid, long ctime, long mtime) {
  private static final int TYPE = 0170000;
  private static final int DIRECTORY = 0040000;

  /** Follows links; null when the file is gone or may not be looked at. */
  static @Nullable FileFacts of(Path file) {
    try {
      Map<String, Object> facts =
          Files.readAttributes(file, "unix:ino,dev,mode,uid,gid,ctime,lastModifiedTime");
      return new FileFacts(
          number(facts, "ino"),
          number(facts, "dev"),
          (int) number(facts, "mode"),
          number(facts, "uid"),
          number(facts, "gid"),
          time(facts, "ctime"),
          time(facts, "lastModifiedTime"));
    } catch (IOException | SecurityException e) {
      return null;
    }
  }

  boolean isDirectory() {
    return (mode & TYPE) == DIRECTORY;
  }

  private static long number(Map<String, Object> facts, String name) {
    return ((Number) Objects.requireNonNull(facts.get(name))).longValue();
  }

  private static long time(Map<String, Object> facts, String name) {
    return ((FileTime) Objects.requireNonNull(facts.get(name))).to(TimeUnit.NANOSECONDS);
  }
}
