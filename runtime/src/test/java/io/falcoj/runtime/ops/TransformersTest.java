package io.falcoj.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformersTest {
  private final TextBuilder text = new TextBuilder();

  private static ValueList list(String... items) {
    ValueList list = new ValueList();
    for (String item : items) {
      list.add(ByteSlice.of(item));
    }
    return list;
  }

  private static List<String> texts(@Nullable ValueList list) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; list != null && i < list.size(); i++) {
      texts.add(list.slice(i).toString());
    }
    return texts;
  }

  @ParameterizedTest
  @CsvSource({"aGVsbG8=, hello", "aGVsbG8, hello", "'', ''", "YQ==, a", "YQ, a"})
  void base64IsDecodedPaddedOrNot(String value, String expected) {
    assertThat(Transformers.base64(ByteSlice.of(value), text.begin(), new ByteSlice()))
        .hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"aGVsbG9=", "a", "=", "YR==", "a b=", "YQ===="})
  void otherTextsAreNoBase64(String value) {
    assertThat(Transformers.base64(ByteSlice.of(value), text.begin(), new ByteSlice())).isNull();
  }

  @Test
  void absentArgumentsGiveAbsentResults() {
    ByteSlice target = new ByteSlice();
    assertThat(Transformers.toLower((ByteSlice) null, text.begin(), target)).isNull();
    assertThat(Transformers.basename((ByteSlice) null, target)).isNull();
    assertThat(Transformers.join(null, list("a"), text.begin(), target)).isNull();
    assertThat(ListOps.append(list(), null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'-nt x', 'nt:', 'n|t|x'",
    "'-tvalue -n', 'nt:', 't|value|n'",
    "'-x', 'ab', '?'",
    "'--long -a', 'ab', 'a'",
    "'-a -- -b', 'ab', 'a'",
    "'-a rest -b', 'ab', 'a'",
    "'-t', 't:', ''"
  })
  void getoptListsOptionsAndValues(String words, String options, String expected) {
    ValueList result =
        Getopt.all(list(words.split(" ")), ByteSlice.of(options), new ValueList(), ByteSlice::new);
    assertThat(String.join("|", texts(result))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'-t a -t b', b", "'-n -t', ''", "'-ntx', x"})
  void getoptSelectsTheLastValue(String words, String expected) {
    ByteSlice result =
        Getopt.last(
            list(words.split(" ")), ByteSlice.of("nt:"), 't', new ValueList(), ByteSlice::new);
    assertThat(result).hasToString(expected);
  }

  @Test
  void upstreamVectors() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : Corpus.jsonLines("vectors/transform.jsonl")) {
      JsonNode input = row.get("input");
      boolean texts = input.path("type").asText().matches("PT_(CHARBUF|FSPATH)");
      if (!texts || input.get("transformer").asText().equals("len")) {
        continue;
      }
      ValueList values = new ValueList();
      input.get("values").forEach(v -> values.add(ByteSlice.of(v.asText())));
      ValueList out = new ValueList();
      ValueList result =
          switch (input.get("transformer").asText()) {
            case "toupper" -> Transformers.toUpper(values, text, out, ByteSlice::new);
            case "tolower" -> Transformers.toLower(values, text, out, ByteSlice::new);
            case "b64" -> Transformers.base64(values, text, out, ByteSlice::new);
            default -> Transformers.basename(values, text, out, ByteSlice::new);
          };
      List<String> expected = new ArrayList<>();
      row.get("expect").get("values").forEach(v -> expected.add(v.asText()));
      if (!texts(result).equals(expected)) {
        wrong.add(row.get("id").asText() + " " + texts(result));
      }
    }
    assertThat(wrong).isEmpty();
  }
}
