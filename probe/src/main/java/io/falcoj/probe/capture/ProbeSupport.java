package io.falcoj.probe.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether the probe can run on this machine, and if not, why. */
public final class ProbeSupport {
  private static final Path KERNEL_TYPES = Path.of("/sys/kernel/btf/vmlinux");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int CAP_SYS_ADMIN = 21;
  private static final int CAP_PERFMON = 38;
  private static final int CAP_BPF = 39;

  private ProbeSupport() {}

  /** Null when the probe may run; else one sentence for the user. */
  public static @Nullable String obstacle() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "the probe runs on Linux only";
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
