package io.falcoj.probe.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeSupportTest {
  @Test
  void anOldKernelIsNamed() {
    assertThat(ProbeSupport.tooOld("5.10.0-28-amd64"))
        .isEqualTo("this kernel is Linux 5.10.0-28-amd64; the probe needs 5.17 or newer");
    assertThat(ProbeSupport.tooOld("5.17.0")).isNull();
    assertThat(ProbeSupport.tooOld("6.1.0-18-amd64")).isNull();
    assertThat(ProbeSupport.tooOld("unknown")).isNull();
  }
}
