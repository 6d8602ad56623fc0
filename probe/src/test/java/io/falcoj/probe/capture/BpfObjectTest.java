package io.falcoj.probe.capture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.probe.libbpf.BpfException;
import io.falcoj.probe.libbpf.BpfObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BpfObjectTest {
  @Test
  void anObjectThatIsNoneIsRefusedWithAReason() {
    ThisKernel.isNeeded();
    assertThatThrownBy(
            () ->
                BpfObject.load(
                    "not an object".getBytes(StandardCharsets.UTF_8), Map.of(), Set.of()))
        .isInstanceOf(BpfException.class)
        .hasMessageStartingWith("libbpf cannot open the probe: ");
  }
}
