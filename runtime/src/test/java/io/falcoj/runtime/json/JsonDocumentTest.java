package io.falcoj.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
  private final JsonDocument document = new JsonDocument(10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " [ ] ",
        "0",
        "-0.5e+10",
        "true",
        "\"\"",
        "\"\\u00e9\\/\"",
        "{\"a\":{\"b\":[1,[],{}]}}",
        "[[[[[[[[[[1]]]]]]]]]]"
      })
  void accepts(String text) throws JsonException {
    read(text);
    assertThat(document.root()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "|0",
        "{|1",
        "{\"a\"}|4",
        "{\"a\":}|5",
        "{\"a\":1,}|7",
        "[1 2]|3",
        "[1,]|3",
        "01|1",
        "1.|2",
        "tru|3",
        "trux|3",
        "\"a|2",
        "\"\\x\"|2",
        "\"\\u12g4\"|5",
        "{} x|3",
        "-|1",
        "1e|2",
        "[[[[[[[[[[[1]]]]]]]]]]]|0"
      })
  void refusesAndSaysWhere(String text, long offset) {
    assertThatThrownBy(() -> read(text == null ? "" : text))
        .isInstanceOfSatisfying(JsonException.class, e -> assertThat(e.offset()).isEqualTo(offset));
    assertThat(document.root()).isEqualTo(JsonDocument.NONE);
  }

  @Test
  void childrenAreFoundByKeyAndPosition() throws JsonException {
    read("{\"a\":{\"b\":[10,{\"c\":\"x\"},30]},\"d\":null}");
    int array = find("a", "b");
    assertThat(document.kind(array)).isEqualTo(JsonKind.ARRAY);
    assertThat(text(document.at(array, 2))).isEqualTo("30");
    assertThat(document.at(array, 3)).isEqualTo(JsonDocument.NONE);
    assertThat(text(find("a", "b", "1", "c"))).isEqualTo("\"x\"");
    assertThat(document.kind(find("d"))).isEqualTo(JsonKind.NULL);
    assertThat(find("a", "x", "c")).isEqualTo(JsonDocument.NONE);
    assertThat(find("d", "x")).isEqualTo(JsonDocument.NONE);
  }

  @Test
  void aNewTextReplacesTheOldOne() throws JsonException {
    read("{\"a\":1,\"b\":2}");
    read("{\"b\":3}");
    assertThat(find("a")).isEqualTo(JsonDocument.NONE);
    assertThat(text(find("b"))).isEqualTo("3");
  }

  private void read(String text) throws JsonException {
    byte[] bytes = ("##" + text + "#").getBytes(StandardCharsets.UTF_8);
    document.read(bytes, 2, bytes.length - 3);
  }

  private int find(String... keys) {
    ByteSlice[] path = new ByteSlice[keys.length];
    for (int i = 0; i < keys.length; i++) {
      path[i] = ByteSlice.of(keys[i]);
    }
    return document.find(document.root(), path);
  }

  private String text(int node) {
    int start = document.start(node);
    return new String(document.bytes(), start, document.end(node) - start, StandardCharsets.UTF_8);
  }
}
