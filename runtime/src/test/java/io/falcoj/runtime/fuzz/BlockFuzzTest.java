package io.falcoj.runtime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole captures: any bytes give events and perhaps one error, however they arrive. */
class BlockFuzzTest {
  @MethodSource("io.falcoj.runtime.fuzz.Seeds#captures")
  @FuzzTest
  void readsTheSameHoweverTheBytesArrive(byte[] capture) {
    Reading atOnce = Reading.of(capture);

    Reading inPieces = Reading.ofPieces(capture, 1 + capture.length % 97);

    assertThat(inPieces).isEqualTo(atOnce);
  }
}
