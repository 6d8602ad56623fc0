package io.falcoj.probe.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the probe can run on this machine, and if not, why. */
public final class ProbeSupport {
  private static final Path KERNEL_TYPES = Path.of("/sys/kernel/btf/vmlinux");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern VERSION = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})");
  private static final int OLDEST = 5017;
  private static final int CAP_SYS_ADMIN = 21;
  private static final int CAP_PERFMON = 38;
  private static final int CAP_BPF = 39;

  private ProbeSupport() {}

  /** Null when the probe may run; else one sentence for the user. */
  public static @Nullable String obstacle() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "the probe runs on Linux only";
    }
    String old = tooOld(System.getProperty("os.version"));
    if (old != null) {
      return old;
    }
    if (!Files.exists(KERNEL_TYPES)) {
      return "this kernel has no type information (" + KERNEL_TYPES + ", CONFIG_DEBUG_INFO_BTF)";
    }
    long capabilities = effectiveCapabilities();
    boolean admin = has(capabilities, CAP_SYS_ADMIN);
    if (!admin && !(has(capabilities, CAP_BPF) && has(capabilities, CAP_PERFMON))) {
      return "the probe needs root, or the capabilities CAP_BPF and CAP_PERFMON";
    }
    return null;
  }

  /** Null for a kernel that has all that the probe uses, or that does not say. */
  static @Nullable String tooOld(String release) {
    Matcher version = VERSION.matcher(release);
    if (!version.lookingAt()) {
      return null;
    }
    int number = Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2));
    return number >= OLDEST
        ? null
        : "this kernel is Linux " + release + "; the probe needs 5.17 or newer";
  }

  private static boolean has(long capabilities, int capability) {
    return (capabilities >>> capability & 1) != 0;
  }

  private static long effectiveCapabilities() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("CapEff:")) {
          return Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16);
        }
      }
    } catch (IOException | NumberFormatException e) {
      return 0; // without /proc nothing can be claimed
    }
    return 0;
  }
}
