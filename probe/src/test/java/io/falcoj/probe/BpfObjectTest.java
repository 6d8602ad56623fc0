package io.falcoj.probe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.probe.libbpf.BpfException;
import io.falcoj.probe.libbpf.BpfObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BpfObjectTest {
  @Test
  void anObjectThatIsNoneIsRefusedWithAReason() {
    assumeTrue(ProbeSupport.obstacle() == null, "skipped: the probe may not run here");
    assertThatThrownBy(() -> BpfObject.load("not an object".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BpfException.class)
        .hasMessageStartingWith("libbpf cannot open the probe: ");
  }
}
