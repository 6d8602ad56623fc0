package io.falcoj.runtime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Audit logs: any bytes give events, refusals and perhaps one error, however they arrive. */
class AuditLogFuzzTest {
  @MethodSource("io.falcoj.runtime.fuzz.Seeds#auditLogs")
  @FuzzTest
  void readsTheSameHoweverTheBytesArrive(byte[] log) throws IOException {
    List<String> atOnce = AuditReading.ofReader(log, Math.max(1, log.length));

    assertThat(AuditReading.ofReader(log, 1 + log.length % 97)).isEqualTo(atOnce);

    List<String> file = AuditReading.ofSource(log);
    if (file != null) {
      assertThat(withoutName(file)).isEqualTo(atOnce);
    }
  }

  private static List<String> withoutName(List<String> said) {
    return said.stream().map(line -> line.replaceFirst("^(\\d+: )fuzz: ", "$1")).toList();
  }
}
