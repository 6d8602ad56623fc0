package io.falcoj.runtime.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  private static ByteSlice bytes(String hex) {
    return ByteSlice.of(HexFormat.of().parseHex(hex));
  }

  private static String escaped(ByteSlice text) {
    TextBuilder out = new TextBuilder();
    JsonText.escape(text, out.begin());
    return out.finish(new ByteSlice()).toString();
  }

  private static String value(ByteSlice text) {
    TextBuilder out = new TextBuilder();
    JsonText.quoteValue(text, out.begin());
    return out.finish(new ByteSlice()).toString();
  }

  @Test
  void escapesWhatJsonCannotHold() {
    assertThat(escaped(ByteSlice.of("a\"b\\c\n\t\r\b\f\u0001\u001f\u007f/é€😀")))
        .isEqualTo("a\\\"b\\\\c\\n\\t\\r\\b\\f\\u0001\\u001f\u007f/é€😀");
  }

  @Test
  void replacesEachBrokenCharacterOnce() {
    assertThat(escaped(bytes("61ff62"))).isEqualTo("a\ufffdb");
    assertThat(escaped(bytes("e282"))).isEqualTo("\ufffd");
    assertThat(escaped(bytes("e28261"))).isEqualTo("\ufffda");
    assertThat(escaped(bytes("c080"))).isEqualTo("\ufffd\ufffd");
    assertThat(escaped(bytes("eda080"))).isEqualTo("\ufffd\ufffd\ufffd");
    assertThat(escaped(bytes("f4908080"))).isEqualTo("\ufffd\ufffd\ufffd\ufffd");
  }

  @Test
  void readsFieldValuesWithoutLookingAtContinuationMarks() {
    assertThat(value(bytes("c361"))).isEqualTo("\"á\"");
    assertThat(value(bytes("ff61"))).isEqualTo("\"\ufffda\"");
    assertThat(value(bytes("c3"))).isEqualTo("\"\ufffd\"");
    assertThat(value(ByteSlice.of("é€😀"))).isEqualTo("\"é€😀\"");
  }
}
