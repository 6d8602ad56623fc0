package io.falcoj.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every text that begins like a document, and every text that differs from it in one byte, is taken
 * or refused alike: by a strict reader of JSON, by an index of everything, and where nobody looks
 * at any of it, whole or in pieces.
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
    assertThat(skip(text, text.length)).as(shown).isEqualTo(all);
    for (int piece : List.of(1, 7)) {
      assertThat(skip(text, piece)).as("%s, %d bytes at once", shown, piece).isEqualTo(all);
    }
    return good;
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

  /** The same where nobody looks. */
  private static String skip(byte[] text, int piece) throws IOException {
    try {
      Pieces pieces = new Pieces(text, piece);
      pieces.value();
      if (pieces.peek() >= 0) {
        throw pieces.error("something stands behind the value");
      }
      return "";
    } catch (JsonException e) {
      return e.offset() + ": " + e.getMessage();
    }
  }

  /** A window that holds all that was read so far. */
  private static final class Pieces extends JsonScanner {
    private final InputStream in;
    private final int piece;

    Pieces(byte[] text, int piece) {
      super(20);
      this.in = new ByteArrayInputStream(text);
      this.piece = piece;
      wrap(new byte[text.length + SLACK], 0, 0);
    }

    @Override
    protected boolean refill() throws IOException {
      int count = in.read(bytes, end, Math.min(piece, bytes.length - SLACK - end));
      end += Math.max(count, 0);
      return count > 0;
    }
  }
}
