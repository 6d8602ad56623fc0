package io.falcoj.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.runtime.value.ByteSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {

  @ParameterizedTest
  @CsvSource({
    "'a.c', abc, true",
    "'a.c', xabc, false",
    "'^abc$', abc, true",
    "'[[:alpha:]]+', abc, true",
    "'[[:alpha:]]+', ab1, false",
    "'(a|bc)*', abcbca, true",
    "'a**', aaa, true",
    "'a+?', '', true",
    "'(ab)+?c', c, true",
    "'a{2,3}', aa, true",
    "'a{2,3}', aaaa, false",
    "'a\\.b', a.b, true",
    "'\\x41', A, true",
    "'[a\\]]b', ]b, true",
    "'/etc/.*', /etc/x/y, true"
  })
  void matchesWholeTexts(String expression, String text, boolean expected) {
    assertThat(Regex.of(expression).matches(ByteSlice.of(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(?i)a", "(?:a)", "\\d", "\\w+", "\\bx", "[", "a(", "*a", "\\Qa\\E", "a\\"})
  void refusesWhatPosixSyntaxRefuses(String expression) {
    assertThatThrownBy(() -> Regex.of(expression)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsBadBytesAsReplacementCharacters() {
    ByteSlice text = ByteSlice.of(new byte[] {'a', (byte) 0xff, 'b'});
    assertThat(Regex.of("a.b").matches(text)).isTrue();
    assertThat(Regex.of("a\\x{FFFD}b").matches(text)).isTrue();
  }
}
