package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.schema.EventType;
import io.falcoj.testkit.scenario.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters that describe the calling process, in the events that have such. */
final class ProcessValues {
  static final long FD_LIMIT = 1024;

  /** Every capability that the kernel knows. */
  private static final long ALL_CAPABILITIES = (1L << 41) - 1;

  private static final long CHILD_IN_PIDNS = 0x2000_0000;

  /** A fixed day in 2025 on which all programs were installed. */
  private static final long INSTALLED = 1_750_000_000_000_000_000L;

  private static final Set<String> STARTS = Set.of("execve", "execveat");
  private static final Set<String> CLONES = Set.of("clone", "clone3", "fork", "vfork");

  private ProcessValues() {}

  /** True for calls that start another program. */
  static boolean starts(EventType type) {
    return STARTS.contains(type.name()) && !type.enter();
  }

  /** True for calls that make a thread or process. */
  static boolean clones(EventType type) {
    return CLONES.contains(type.name()) && !type.enter();
  }

  static long capabilities(RunningThread thread) {
    return thread.uid == 0 ? ALL_CAPABILITIES : 0;
  }

  /** A number that is the same for the same path. */
  static long inode(String path) {
    return 131_072L + (path.hashCode() & 0xF_FFFF);
  }

  /** The value that follows from the thread, or null for a parameter that is about other things. */
  static @Nullable Value of(EventType type, String param, RunningThread thread) {
    if (!starts(type) && !clones(type)) {
      return null;
    }
    return switch (param) {
      case "exe" -> Value.of(thread.exe);
      case "args" -> Value.of(thread.args);
      case "tid" -> Value.of(thread.tid);
      case "pid" -> Value.of(thread.pid);
      case "ptid" -> Value.of(thread.ptid);
      case "fdlimit" -> Value.of(FD_LIMIT);
      case "comm" -> Value.of(thread.comm);
      case "cgroups" -> Value.of(thread.cgroups);
      case "uid" -> Value.of(thread.uid);
      case "gid" -> Value.of(thread.gid);
      default -> starts(type) ? ofStart(param, thread) : ofClone(param, thread);
    };
  }

  private static @Nullable Value ofStart(String param, RunningThread thread) {
    return switch (param) {
      case "env" -> Value.of(thread.env);
      case "tty" -> Value.of(thread.tty);
      case "vpgid", "pgid" -> Value.of(thread.vpgid);
      case "loginuid" -> Value.of(thread.loginuid);
      case "cap_permitted", "cap_effective" -> Value.of(capabilities(thread));
      case "exe_ino" -> Value.of(inode(thread.exepath));
      case "exe_ino_ctime", "exe_ino_mtime" -> Value.of(INSTALLED);
      case "trusted_exepath", "filename" -> Value.of(thread.exepath);
      default -> null;
    };
  }

  private static @Nullable Value ofClone(String param, RunningThread thread) {
    return switch (param) {
      case "vtid" -> Value.of(thread.vtid);
      case "vpid" -> Value.of(thread.vpid);
      case "flags" -> thread.inContainer() ? Value.of(CHILD_IN_PIDNS) : null;
      default -> null;
    };
  }
}
