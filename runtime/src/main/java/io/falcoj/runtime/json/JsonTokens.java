package io.falcoj.runtime.json;

import io.falcoj.runtime.value.ByteScan;
import java.io.IOException;

/**
 * The tokens of JSON over a window of bytes. Subclasses slide the window over a stream with {@link
 * #refill}.
 *
 * <p>Methods that read take the index to read at and return the index behind; only {@link #refill}
 * moves the window. Were the index a field, every token would wait for memory. They do not ask
 * where the window ends either: the byte behind it is a stop that no token can hold, and whoever
 * meets a byte that it cannot use asks whether it is the stop.
 */
abstract class JsonTokens {
  /**
   * Bytes that have to exist behind the window in its array. The first of them is the stop: a
   * control character. A blank would be a plain character where a string is open.
   */
  public static final int SLACK = 8;

  private static final String END = "the input ends inside a JSON value";

  protected byte[] bytes = new byte[SLACK];

  /** Index of the next byte. */
  protected int pos;

  /** Index behind the last byte of the window. */
  protected int end;

  /** By how much the window has slid: an index plus this stays true when it slides on. */
  protected int shift;

  /** Line ends that were passed: they stand between tokens only. */
  protected long lines;

  /** Takes an array; {@link #SLACK} applies. */
  protected final void wrap(byte[] newBytes, int offset, int length) {
    bytes = newBytes;
    pos = offset;
    end = offset + length;
    shift = 0;
    lines = 0;
  }

  /**
   * Called when {@link #pos} has reached {@link #end}: makes room, reads on, and may move both.
   *
   * @return false at the end of the input
   * @throws IOException when the input fails
   */
  protected boolean refill() throws IOException {
    return false;
  }

  /** Offset in the whole input of an index in the window. */
  protected long offsetOf(int index) {
    return index;
  }

  /** Skips blanks and returns the next byte without taking it, or -1 at the end. */
  public final int peek() throws IOException {
    int at = behindBlanks(pos);
    if (at < 0) {
      return -1;
    }
    pos = at;
    return bytes[at] & 0xFF;
  }

  /** Takes the byte after blanks if it is the wanted one. */
  public final boolean take(char wanted) throws IOException {
    if (peek() == wanted) {
      pos++;
      return true;
    }
    return false;
  }

  /** Takes the byte after blanks, which must be the wanted one. */
  public final void expect(char wanted, String where) throws JsonException, IOException {
    if (!take(wanted)) {
      throw unexpected(pos, "'" + wanted + "' " + where);
    }
  }

  /** Reads a string; {@link #pos} is at its opening quote. */
  protected final void string() throws JsonException, IOException {
    pos = string(pos + 1);
  }

  /** Reads a string from behind its opening quote. */
  final int string(int from) throws JsonException, IOException {
    int p = ByteScan.endOfPlainJson(bytes, from);
    return bytes[p] == '"' ? p + 1 : restOfString(p);
  }

  /** Reads on in a string, from a byte that may be none of its plain ones. */
  final int restOfString(int from) throws JsonException, IOException {
    int p = from;
    while (bytes[p] != '"') {
      if (bytes[p] == '\\') {
        p = escape(p + 1);
      } else if (p == end) {
        p = more(p);
      } else {
        throw error(p, "a control character inside a string");
      }
      p = ByteScan.endOfPlainJson(bytes, p);
    }
    return p + 1;
  }

  final int escape(int from) throws JsonException, IOException {
    int p = more(from);
    switch (bytes[p]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
        return p + 1;
      }
      case 'u' -> {
        for (int i = 0; i < 4; i++) {
          p = more(p + 1);
          if (Character.digit(bytes[p], 16) < 0) {
            throw error(p, "\\u without four hexadecimal digits");
          }
        }
        return p + 1;
      }
      default -> throw error(p, "an escape that JSON does not know");
    }
  }

  final int word(int from, String word) throws JsonException, IOException {
    int p = from;
    for (int i = 0; i < word.length(); i++) {
      p = more(p);
      if (bytes[p] != word.charAt(i)) {
        throw error(p, "a word that is not " + word);
      }
      p++;
    }
    return p;
  }

  final int number(int from) throws JsonException, IOException {
    int p = bytes[from] == '-' ? more(from + 1) : from;
    p = bytes[p] == '0' ? moreOrEnd(p + 1) : digits(p);
    if (bytes[p] == '.') {
      p = digits(more(p + 1));
    }
    if (bytes[p] == 'e' || bytes[p] == 'E') {
      p = more(p + 1);
      boolean signed = bytes[p] == '+' || bytes[p] == '-';
      p = digits(signed ? more(p + 1) : p);
    }
    return p;
  }

  /** Reads digits, at least one; what stands behind them is in the window, if anything is. */
  final int digits(int from) throws JsonException, IOException {
    int p = from;
    if (bytes[p] < '0' || bytes[p] > '9') {
      throw error(p, "a number without a digit where one is due");
    }
    do {
      p++;
      p = p == end ? moreOrEnd(p) : p;
    } while (bytes[p] >= '0' && bytes[p] <= '9');
    return p;
  }

  /** The index of the next byte that is no blank; there has to be one. */
  final int next(int p) throws JsonException, IOException {
    return bytes[p] > ' ' ? p : nextBehindBlanks(p);
  }

  final int nextBehindBlanks(int p) throws JsonException, IOException {
    int at = behindBlanks(p);
    if (at < 0) {
      throw error(pos, END);
    }
    return at;
  }

  /** The index of the next byte that is no blank, or -1 at the end of the input. */
  final int behindBlanks(int from) throws IOException {
    int p = from;
    while (true) {
      for (; p < end; p++) {
        byte b = bytes[p];
        if (b == '\n') {
          lines++;
        } else if (b != ' ' && b != '\r' && b != '\t') {
          return p;
        }
      }
      pos = p;
      if (!refill()) {
        return -1;
      }
      p = pos;
    }
  }

  /** The index of a byte, which may have to be read first and has to be there. */
  final int more(int p) throws JsonException, IOException {
    int at = moreOrEnd(p);
    if (at == end) {
      throw error(at, END);
    }
    return at;
  }

  /** The index of a byte, which may have to be read first; {@link #end} when there is none. */
  final int moreOrEnd(int p) throws IOException {
    if (p < end) {
      return p;
    }
    pos = p;
    return refill() ? pos : end;
  }

  final JsonException unexpected(int p, String wanted) throws IOException {
    pos = p;
    int found = peek();
    if (found < 0) {
      return error(pos, END);
    }
    String shown =
        found > 0x20 && found < 0x7F
            ? "'" + (char) found + "'"
            : "the byte 0x" + Integer.toHexString(found);
    return error(pos, "expected " + wanted + ", found " + shown);
  }

  /** An error at the next byte. */
  protected final JsonException error(String message) {
    return error(pos, message);
  }

  final JsonException error(int p, String message) {
    pos = p;
    return new JsonException(offsetOf(p), message);
  }
}
