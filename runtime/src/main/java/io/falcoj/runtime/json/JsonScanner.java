package io.falcoj.runtime.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON grammar (RFC 8259) over a window of bytes, without recursion. Subclasses slide the
 * window over a stream with {@link #refill}. Values nested deeper than the limit are skipped by
 * counting brackets and reported by {@link #tooDeep}, so that what stands behind them can still be
 * read.
 */
public class JsonScanner {
  private static final String END = "the input ends inside a JSON value";

  protected byte[] bytes = new byte[0];

  /** Index of the next byte. */
  protected int pos;

  /** Index behind the last byte of the window. */
  protected int end;

  private final long[] objectBits;
  private final int maxDepth;
  private boolean tooDeep;

  /**
   * @param maxDepth objects and arrays that may be open at once
   */
  protected JsonScanner(int maxDepth) {
    this.maxDepth = maxDepth;
    this.objectBits = new long[(maxDepth >> 6) + 1];
  }

  /** A scanner over one array. */
  static JsonScanner over(int maxDepth) {
    return new JsonScanner(maxDepth);
  }

  final void wrap(byte[] newBytes, int offset, int length) {
    bytes = newBytes;
    pos = offset;
    end = offset + length;
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

  /** True when the value read last was nested deeper than the limit. */
  public final boolean tooDeep() {
    return tooDeep;
  }

  /** Skips blanks and returns the next byte without taking it, or -1 at the end. */
  public final int peek() throws IOException {
    if (pos < end && bytes[pos] > ' ') {
      return bytes[pos];
    }
    return peekBehindBlanks();
  }

  private int peekBehindBlanks() throws IOException {
    do {
      byte[] window = bytes;
      for (int at = pos; at < end; at++) {
        byte b = window[at];
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
          pos = at;
          return b & 0xFF;
        }
      }
      pos = end;
    } while (refill());
    return -1;
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
      throw unexpected("'" + wanted + "' " + where);
    }
  }

  /** Reads one value and what is in it; {@code tape} is told what lies where. */
  public final void value(@Nullable JsonTape tape) throws JsonException, IOException {
    tooDeep = false;
    int depth = 0;
    for (; ; ) {
      int first = peek();
      if ((first == '{' || first == '[') && depth == maxDepth) {
        skipDeep(tape);
      } else if (first == '{' || first == '[') {
        open(first == '{', depth++, tape);
        if (!closes(depth)) {
          key(depth, tape);
          continue;
        }
      } else {
        scalar(first, tape);
      }
      depth = follow(depth, tape);
      if (depth == 0) {
        return;
      }
    }
  }

  private void open(boolean object, int depth, @Nullable JsonTape tape) {
    if (tape != null) {
      tape.open(object ? JsonKind.OBJECT : JsonKind.ARRAY, pos);
    }
    long bit = 1L << (depth & 63);
    if (object) {
      objectBits[depth >> 6] |= bit;
    } else {
      objectBits[depth >> 6] &= ~bit;
    }
    pos++;
  }

  private boolean inObject(int depth) {
    return (objectBits[(depth - 1) >> 6] & (1L << ((depth - 1) & 63))) != 0;
  }

  /** True when the container just opened is empty; its end is left for {@link #follow}. */
  private boolean closes(int depth) throws IOException {
    return peek() == (inObject(depth) ? '}' : ']');
  }

  /** Reads what may stand behind a value; returns the depth at which the next value is due. */
  private int follow(int depth, @Nullable JsonTape tape) throws JsonException, IOException {
    int open = depth;
    while (open > 0) {
      boolean object = inObject(open);
      int next = peek();
      if (next == (object ? '}' : ']')) {
        pos++;
        open--;
        if (tape != null) {
          tape.close(pos);
        }
      } else if (next == ',') {
        pos++;
        key(open, tape);
        return open;
      } else {
        throw unexpected(object ? "',' or '}'" : "',' or ']'");
      }
    }
    return 0;
  }

  private void key(int depth, @Nullable JsonTape tape) throws JsonException, IOException {
    if (!inObject(depth)) {
      return;
    }
    if (peek() != '"') {
      throw unexpected("a key in quotes");
    }
    int start = pos + 1;
    string();
    if (tape != null) {
      tape.key(start, pos - 1);
    }
    expect(':', "after a key");
  }

  private void scalar(int first, @Nullable JsonTape tape) throws JsonException, IOException {
    int start = pos;
    JsonKind kind;
    switch (first) {
      case '"' -> {
        string();
        kind = JsonKind.STRING;
      }
      case 't' -> {
        word("true");
        kind = JsonKind.TRUE;
      }
      case 'f' -> {
        word("false");
        kind = JsonKind.FALSE;
      }
      case 'n' -> {
        word("null");
        kind = JsonKind.NULL;
      }
      default -> {
        if (first != '-' && (first < '0' || first > '9')) {
          throw unexpected("a value");
        }
        number();
        kind = JsonKind.NUMBER;
      }
    }
    if (tape != null) {
      tape.scalar(kind, start, pos);
    }
  }

  /** Reads a string; {@link #pos} is at its opening quote. */
  protected final void string() throws JsonException, IOException {
    pos++;
    for (; ; ) {
      pos = plain(bytes, pos, end);
      if (pos == end) {
        if (!refill()) {
          throw error(END);
        }
        continue;
      }
      switch (bytes[pos]) {
        case '"' -> {
          pos++;
          return;
        }
        case '\\' -> {
          pos++;
          escape();
        }
        default -> throw error("a control character inside a string");
      }
    }
  }

  /** Index of the first byte that means something inside a string. */
  private static int plain(byte[] window, int from, int end) {
    int at = from;
    while (at < end) {
      byte b = window[at];
      if (b == '"' || b == '\\' || (b & 0xE0) == 0) {
        break;
      }
      at++;
    }
    return at;
  }

  private void escape() throws JsonException, IOException {
    switch (next()) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> pos++;
      case 'u' -> {
        pos++;
        for (int i = 0; i < 4; i++) {
          if (Character.digit(next(), 16) < 0) {
            throw error("\\u without four hexadecimal digits");
          }
          pos++;
        }
      }
      default -> throw error("an escape that JSON does not know");
    }
  }

  private void word(String word) throws JsonException, IOException {
    for (int i = 0; i < word.length(); i++) {
      if (next() != word.charAt(i)) {
        throw error("a word that is not " + word);
      }
      pos++;
    }
  }

  private void number() throws JsonException, IOException {
    if (next() == '-') {
      pos++;
    }
    if (next() == '0') {
      pos++;
    } else {
      digits();
    }
    if (more() == '.') {
      pos++;
      digits();
    }
    int exponent = more();
    if (exponent == 'e' || exponent == 'E') {
      pos++;
      int sign = next();
      if (sign == '+' || sign == '-') {
        pos++;
      }
      digits();
    }
  }

  private void digits() throws JsonException, IOException {
    int digit = next();
    if (digit < '0' || digit > '9') {
      throw error("a number without a digit where one is due");
    }
    while (digit >= '0' && digit <= '9') {
      pos++;
      digit = more();
    }
  }

  /** Skips a container by its brackets alone, since the limit of nesting is reached. */
  private void skipDeep(@Nullable JsonTape tape) throws JsonException, IOException {
    tooDeep = true;
    int start = pos;
    long open = 0;
    do {
      int b = next();
      if (b == '"') {
        string();
        continue;
      }
      if (b == '{' || b == '[') {
        open++;
      } else if (b == '}' || b == ']') {
        open--;
      }
      pos++;
    } while (open > 0);
    if (tape != null) {
      tape.scalar(JsonKind.NULL, start, pos);
    }
  }

  /** The next byte, blanks included, which must exist. */
  private int next() throws JsonException, IOException {
    int b = more();
    if (b < 0) {
      throw error(END);
    }
    return b;
  }

  /** The next byte, or -1 at the end. */
  private int more() throws IOException {
    return pos < end || refill() ? bytes[pos] & 0xFF : -1;
  }

  private JsonException unexpected(String wanted) throws IOException {
    int found = peek();
    if (found < 0) {
      return error(END);
    }
    String shown =
        found > 0x20 && found < 0x7F
            ? "'" + (char) found + "'"
            : "the byte 0x" + Integer.toHexString(found);
    return error("expected " + wanted + ", found " + shown);
  }

  /** An error at the next byte. */
  protected final JsonException error(String message) {
    return new JsonException(offsetOf(pos), message);
  }
}
