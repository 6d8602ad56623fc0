package io.falcoj.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyscallCounterTest {
  private static final int MKDIR = 83;

  @BeforeEach
  void needsTheKernel() {
    String obstacle = ProbeSupport.obstacle();
    if (obstacle != null) {
      System.out.println("skipped: " + obstacle);
    }
    assumeTrue(obstacle == null, () -> "skipped: " + obstacle);
  }

  @Test
  void countsTheCallsOfThisProcess(@TempDir Path folder) throws Exception {
    try (SyscallCounter counter = SyscallCounter.open()) {
      long before = counter.count(MKDIR);
      for (int i = 0; i < 10; i++) {
        Files.createDirectory(folder.resolve("d" + i));
      }
      assertThat(counter.count(MKDIR) - before).isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void aSecondCounterRunsBesideTheFirst() throws Exception {
    try (SyscallCounter first = SyscallCounter.open();
        SyscallCounter second = SyscallCounter.open()) {
      assertThat(first.count(MKDIR)).isGreaterThanOrEqualTo(0);
      assertThat(second.count(511)).isZero();
    }
  }
}
