package io.falcoj.probe.capture;

import java.util.List;

/** Paths of the scenario {@code opens.pl}. */
final class OpenNames {
  /** Other files than they say, or perhaps; no filter may judge them. */
  static final List<String> UNKNOWN =
      List.of(
          "etc/hostname",
          "hostname",
          "/usr/../etc/hostname",
          "/etc/..",
          "/etc/.",
          "/etc/./hostname",
          "/etc//hostname",
          "//etc/hostname",
          "/etc/",
          "/etc/.hidden",
          "/etc/..hidden",
          "/etc/...",
          "/etc/12/.4/..6/8",
          "/etc/host\tname",
          "/etc/hosté",
          "",
          "/etc/" + "b".repeat(251));

  /** What they say and nothing else. */
  static final List<String> PLAIN =
      List.of("/etc/a.", "/etc/" + "a".repeat(250), "/etc/at-the-end");

  private OpenNames() {}
}
