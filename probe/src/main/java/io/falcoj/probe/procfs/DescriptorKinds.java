package io.falcoj.probe.procfs;

import java.util.Map;

/** What kind of descriptor it is, {@code scap_fd_type} of the format, by where its link points. */
public final class DescriptorKinds {
  public static final int UNSUPPORTED = 10;
  public static final int FILE = 16;
  static final int PIPE = 7;
  private static final int DIRECTORY = 2;
  private static final int BPF = 17;
  private static final int MEMFD = 20;
  private static final Map<String, Integer> ANONYMOUS =
      Map.of(
          "[eventfd]", 9,
          "[signalfd]", 11,
          "[eventpoll]", 12,
          "inotify", 13,
          "[timerfd]", 14,
          "[userfaultfd]", 18,
          "[io_uring]", 19,
          "[pidfd]", 21);
  private static final String ANONYMOUS_PREFIX = "anon_inode:";
  private static final String MEMFD_PREFIX = "/memfd:";

  private DescriptorKinds() {}

  /** Of what is no socket. */
  public static int of(String target, boolean directory) {
    if (target.startsWith("pipe:[")) {
      return PIPE;
    }
    if (target.startsWith(ANONYMOUS_PREFIX)) {
      String name = target.substring(ANONYMOUS_PREFIX.length());
      return name.startsWith("bpf") ? BPF : ANONYMOUS.getOrDefault(name, UNSUPPORTED);
    }
    if (target.startsWith(MEMFD_PREFIX)) {
      return MEMFD;
    }
    return directory ? DIRECTORY : FILE;
  }

  /** The text that stands for it: memory files are all deleted. */
  public static String name(String target) {
    return target.startsWith(MEMFD_PREFIX) ? target.replace(" (deleted)", "") : target;
  }

  /** Whether the inode says anything: all anonymous ones share one. */
  public static boolean hasInode(String target) {
    return !target.startsWith(ANONYMOUS_PREFIX);
  }
}
