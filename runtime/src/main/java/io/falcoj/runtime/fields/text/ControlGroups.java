package io.falcoj.runtime.fields.text;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The control groups of a thread, under the names of subsystems that {@code set_cgroups} of {@code
 * threadinfo.cpp} gives them.
 */
public final class ControlGroups {
  private static final ByteSlice KERNEL_SUFFIX = ByteSlice.of("_cgroup");
  private static final ByteSlice PERF = ByteSlice.of("perf");
  private static final ByteSlice PERF_EVENT = ByteSlice.of("perf_event");
  private static final ByteSlice MEM = ByteSlice.of("mem");
  private static final ByteSlice MEMORY = ByteSlice.of("memory");
  private static final ByteSlice IO = ByteSlice.of("io");
  private static final ByteSlice BLKIO = ByteSlice.of("blkio");

  private ControlGroups() {}

  /** All as {@code subsystem=path} with blanks between them; null without any. */
  public static @Nullable ByteSlice all(MatchContext ctx, ThreadInfo thread) {
    ByteSlice groups = thread.cgroups;
    if (!isComplete(groups)) {
      return null;
    }
    TextBuilder text = ctx.text();
    ByteSlice part = ctx.slice();
    for (int start = 0; start <= groups.length(); ) {
      int end = NulSeparated.end(groups, start);
      int equals = groups.indexOf((byte) '=', start);
      if (start > 0) {
        text.append(' ');
      }
      text.append(subsystem(groups, start, equals, part));
      text.append(NulSeparated.part(groups, equals, end, part));
      start = end + 1;
    }
    return text.finish(part);
  }

  /** The path in one hierarchy, or null. */
  public static @Nullable ByteSlice path(MatchContext ctx, ThreadInfo thread, ByteSlice subsystem) {
    ByteSlice groups = thread.cgroups;
    if (!isComplete(groups)) {
      return null;
    }
    ByteSlice part = ctx.slice();
    for (int start = 0; start <= groups.length(); ) {
      int end = NulSeparated.end(groups, start);
      int equals = groups.indexOf((byte) '=', start);
      if (subsystem(groups, start, equals, part).contentEquals(subsystem)) {
        return NulSeparated.part(groups, equals + 1, end, part);
      }
      start = end + 1;
    }
    return null;
  }

  /** False without any text, or when one lacks its path: then none of them counts. */
  private static boolean isComplete(ByteSlice groups) {
    if (groups.isEmpty()) {
      return false;
    }
    for (int start = 0; start <= groups.length(); ) {
      int end = NulSeparated.end(groups, start);
      int equals = groups.indexOf((byte) '=', start);
      if (equals < 0 || equals > end) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  private static ByteSlice subsystem(ByteSlice groups, int start, int equals, ByteSlice target) {
    ByteSlice name = NulSeparated.part(groups, start, equals, target);
    if (endsWith(name, KERNEL_SUFFIX)) {
      int end = equals - KERNEL_SUFFIX.length();
      name = NulSeparated.part(groups, start, end, target);
    }
    if (name.contentEquals(PERF)) {
      return PERF_EVENT;
    }
    if (name.contentEquals(MEM)) {
      return MEMORY;
    }
    return name.contentEquals(IO) ? BLKIO : name;
  }

  private static boolean endsWith(ByteSlice text, ByteSlice suffix) {
    int from = text.length() - suffix.length();
    if (from < 0) {
      return false;
    }
    for (int i = 0; i < suffix.length(); i++) {
      if (text.at(from + i) != suffix.at(i)) {
        return false;
      }
    }
    return true;
  }
}
