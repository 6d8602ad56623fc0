package io.falcoj.runtime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Events with lengths that lie, in blocks that are sound: reader, conversion, state, fields. */
class RecordedEventFuzzTest {
  @MethodSource("io.falcoj.runtime.fuzz.Seeds#events")
  @FuzzTest
  void noValueShowsWhatIsAroundItsEvent(byte[] input) {
    List<byte[]> events = EventSequence.read(input);

    Reading one = Reading.of(EventBlocks.of(events, (byte) '#'));
    Reading other = Reading.of(EventBlocks.of(events, (byte) 0xA7));

    assertThat(other.withoutTrailers()).isEqualTo(one.withoutTrailers());
  }
}
