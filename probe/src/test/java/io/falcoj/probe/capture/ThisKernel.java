package io.falcoj.probe.capture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Assertions;

/** Skips a test where the probe cannot run, and says why; fails it where it must run. */
final class ThisKernel {
  private static final boolean REQUIRED = "1".equals(System.getenv("FALCOJ_REQUIRE_BPF"));

  private ThisKernel() {}

  static void isNeeded() {
    String obstacle = ProbeSupport.obstacle();
    if (obstacle != null && REQUIRED) {
      Assertions.fail("FALCOJ_REQUIRE_BPF is set, but " + obstacle);
    }
    if (obstacle != null) {
      System.out.println("skipped: " + obstacle);
    }
    assumeTrue(obstacle == null, () -> "skipped: " + obstacle);
  }
}
