package io.falcoj.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text equal to the value counts first, then the longest prefix. */
class TextIndexTest {
  private static final TextIndex INDEX =
      new TextIndex.Builder()
          .whole(ByteSlice.of("/etc/passwd"), 1)
          .whole(ByteSlice.of("/etc/shadow"), 2)
          .prefix(ByteSlice.of("/etc/"), 3)
          .prefix(ByteSlice.of("/etc/ssh/"), 4)
          .whole(ByteSlice.of("/etc/ssh/"), 5)
          .whole(ByteSlice.of(""), 6)
          .build();

  @ParameterizedTest
  @CsvSource({
    "/etc/passwd, 1",
    "/etc/shadow, 2",
    "/etc/shadow-, 3",
    "/etc/, 3",
    "/etc, -1",
    "/etc/ssh/sshd_config, 4",
    "/etc/ssh/, 5",
    "/etc/sshd, 3",
    "'', 6",
    "/var, -1"
  })
  void finds(String value, int number) {
    ByteSlice padded = ByteSlice.of("<" + value + "/etc/passwd");
    ByteSlice within = ByteSlice.of(padded.array(), 1, value.length());
    assertThat(INDEX.find(within)).isEqualTo(number);
  }

  @Test
  void tellsTextsApartThatBeginWithAnyByte() {
    TextIndex.Builder builder = new TextIndex.Builder();
    for (int b = 0; b < 256; b++) {
      builder.whole(ByteSlice.of(new byte[] {(byte) b, 'x'}), b);
    }
    TextIndex index = builder.build();
    for (int b = 0; b < 256; b++) {
      assertThat(index.find(ByteSlice.of(new byte[] {(byte) b, 'x'}))).isEqualTo(b);
      assertThat(index.find(ByteSlice.of(new byte[] {(byte) b}))).isEqualTo(TextIndex.NONE);
    }
  }

  @Test
  void findsNothingWithoutTexts() {
    assertThat(new TextIndex.Builder().build().find(ByteSlice.of("x"))).isEqualTo(TextIndex.NONE);
  }
}
