package io.falcoj.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every text that begins like a document, and every text that differs from it in one byte, is taken
 * or refused alike: by a strict reader of JSON, by an index of everything, and where nobody looks
 * at any of it, whole or in pieces of which the window holds no more than it must.
 */
class JsonGrammarTest {
  private static final String DOCUMENT =
      """
      {"a":[],"longer key ä \\u00e4":{"x":-0.5e+3,"y":[1,20,{"z":"\\"\\\\\\/\\b","":{}}, [ true ]]},
       "t":true , "f":false,"n":null,"s":"a text longer than a word","e":1E9,"o":{ "p" : [{}] }}""";

  private static final String BYTES = "\"\\{}[]:, 0-.eEtfn/u\n\t\0\u001f!#a~";

  private final JsonFactory strict = new JsonFactory();

  @Test
  void ofEveryBeginning() throws IOException {
    byte[] text = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    for (int length = 1; length <= text.length; length++) {
      compare(Arrays.copyOf(text, length));
    }
  }

  @Test
  void ofEveryOtherByte() throws IOException {
    byte[] text = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    int taken = 0;
    for (int at = 0; at < text.length; at++) {
      for (char other : BYTES.toCharArray()) {
        byte[] changed = text.clone();
        changed[at] = (byte) other;
        // Half of a character is nothing that this grammar asks about.
        if (text[at] >= 0) {
          taken += compare(changed) ? 1 : 0;
        }
      }
    }
    assertThat(taken).isBetween(1_000, text.length * BYTES.length() / 2);
  }

  private boolean compare(byte[] text) throws IOException {
    boolean good = isTaken(text);
    String shown = new String(text, StandardCharsets.UTF_8);
    String all = index(text);
    assertThat(all.isEmpty()).as(shown).isEqualTo(good);
    String whole = good ? Outline.of(text) : all;
    for (int piece : List.of(1, 7, text.length)) {
      int room = 1 + text.length / 2;
      assertThat(new Pieces(text, piece, room).skipped())
          .as("%s, %d bytes at once", shown, piece)
          .isEqualTo(all);
      assertThat(new Pieces(text, piece, Pieces.BEFORE + room).indexed())
          .as("%s, %d bytes at once", shown, piece)
          .isEqualTo(whole);
      assertThat(new Pieces(text, piece, room).dropped())
          .as("%s, %d bytes at once", shown, piece)
          .isEqualTo(all);
    }
    return good;
  }

  /** Wherever the window slides, places stay true. */
  @Test
  void ofEveryRoom() throws IOException {
    byte[] text = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    String whole = Outline.of(text);
    assertThat(whole).contains("OBJECT", "longer key ", "NUMBER 1E9");
    for (int room = 1; room < Pieces.BEFORE + text.length + 1; room++) {
      for (int piece : List.of(1, 7, text.length)) {
        assertThat(new Pieces(text, piece, room).indexed()).as("room %d", room).isEqualTo(whole);
        assertThat(new Pieces(text, piece, room).dropped()).as("room %d", room).isEmpty();
        assertThat(new Pieces(text, piece, room).skipped()).as("room %d", room).isEmpty();
      }
    }
  }

  private boolean isTaken(byte[] text) {
    try (JsonParser parser = strict.createParser(text)) {
      int depth = 0;
      do {
        var token = parser.nextToken();
        if (token == null) {
          return depth == 0;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      } while (depth > 0 || parser.currentLocation().getByteOffset() < text.length);
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** What an index of everything says, empty for nothing. */
  private static String index(byte[] text) {
    try {
      new JsonDocument(20).read(text, 0, text.length);
      return "";
    } catch (JsonException e) {
      return e.offset() + ": " + e.getMessage();
    }
  }
}
