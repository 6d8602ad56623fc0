package io.falcoj.testkit.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {
  @Test
  void timesHaveNanoseconds() {
    assertThat(Times.full(1_700_000_000_000_000_001L)).isEqualTo("2023-11-14T22:13:20.000000001Z");
    assertThat(Times.full(-1)).isEqualTo("1969-12-31T23:59:59.999999999Z");
  }

  @Test
  void spansHaveTheUnitThatSaysMost() {
    assertThat(Times.span(0)).isEqualTo("0 ns");
    assertThat(Times.span(1_500)).isEqualTo("1.5 µs");
    assertThat(Times.span(10_000_000)).isEqualTo("10 ms");
    assertThat(Times.span(123_456_789)).isEqualTo("123 ms");
    assertThat(Times.span(2_010_000_000L)).isEqualTo("2.01 s");
    assertThat(Times.span(100_000_000_000L)).isEqualTo("100 s");
    assertThat(Times.span(3_601_000_000_000L)).isEqualTo("60 min 1 s");
  }
}
