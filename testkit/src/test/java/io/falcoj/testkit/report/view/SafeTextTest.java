package io.falcoj.testkit.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void leavesWhatTextsHold() {
    String text = "tab\tline\nümlaut 日本 \uD83D\uDE00 <&>\"'";
    assertThat(SafeText.of(text)).isEqualTo(text);
  }

  @Test
  void showsWhatTheyCannotHoldBySigns() {
    assertThat(SafeText.of("a\u001b[31mb\0\r\u007f")).isEqualTo("a␛[31mb␀␍␡");
    assertThat(SafeText.of("\uD83D x \uDE00 \uD83D\uDE00 \uFFFE \u0085"))
        .isEqualTo("\uFFFD x \uFFFD \uD83D\uDE00 \uFFFD \uFFFD");
  }
}
