package io.falcoj.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code fnmatch(3)} answers without flags. */
class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "/etc/*, /etc/a/b, true",
    "*, .hidden, true",
    "'', '', true",
    "'', a, false",
    "a?c, a/c, true",
    "a?c, ac, false",
    "[a-c]x, bx, true",
    "[a-c]x, dx, false",
    "[!a-c]x, dx, true",
    "[^a-c]x, ax, false",
    "[]a]x, ]x, true",
    "[a-]x, -x, true",
    "[[:digit:]]x, 7x, true",
    "[[:digit:]]x, ax, false",
    "[[:alpha:]_]*, _x, true",
    "[abc, [abc, true",
    "\\*x, *x, true",
    "\\*x, ax, false",
    "a\\, a, false",
    "*.so*, /lib/libc.so.6, true",
    "*a*b*c*, xxaxxbxxcxx, true",
    "*a*b*c*, xxaxxcxxbxx, false",
    "A*, abc, false",
    "'{a,b}', a, false"
  })
  void matches(String pattern, String text, boolean expected) {
    Glob glob = new Glob(pattern.getBytes(StandardCharsets.UTF_8), false);
    assertThat(glob.matches(ByteSlice.of(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"A*, abc, true", "[A-C]x, bX, true", "[[:upper:]], a, true", "ab, AC, false"})
  void matchesInAnyCase(String pattern, String text, boolean expected) {
    Glob glob = new Glob(pattern.getBytes(StandardCharsets.UTF_8), true);
    assertThat(glob.matches(ByteSlice.of(text))).isEqualTo(expected);
  }
}
