package io.falcoj.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.value.ByteSlice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
  private final Paths paths = new Paths();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "/home/eve/, x, /home/eve/x",
        "/home/eve/, ../x, /home/x",
        "/home/eve/, ./a//b/, /home/eve/a/b",
        "/home/eve/, /etc/../passwd, /passwd",
        "/home/eve/, ../../.., /",
        "/home/eve/, ../../../../x, /x",
        "/, .., /",
        "/a/, .hidden/..x, /a/.hidden/..x",
        "./, f, ./f",
        "\"\", a/../b, b",
      })
  void joins(String base, String name, String expected) {
    assertThat(paths.join(ByteSlice.of(base), ByteSlice.of(name), new ByteSlice()))
        .hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"600, 423, 1023", "600, 424, 31"})
  void tooLongPathIsReplaced(int baseLength, int nameLength, int expectedLength) {
    ByteSlice base = ByteSlice.of("/" + "a".repeat(baseLength - 2) + "/");
    assertThat(paths.join(base, ByteSlice.of("b".repeat(nameLength)), new ByteSlice()).length())
        .isEqualTo(expectedLength);
  }
}
