package io.falcoj.runtime.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events with lengths that lie, beginning with the decoder. */
class DecoderFuzzTest {
  @MethodSource("io.falcoj.runtime.fuzz.Seeds#events")
  @FuzzTest
  void noValueShowsWhatIsAroundItsEvent(byte[] input) {
    Surroundings.assertInvisible(EventSequence.read(input));
  }
}
