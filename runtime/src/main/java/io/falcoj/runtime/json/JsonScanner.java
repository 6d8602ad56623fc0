package io.falcoj.runtime.json;

import io.falcoj.runtime.value.ByteScan;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON grammar (RFC 8259) over a window of bytes, without recursion. Subclasses slide the
 * window over a stream with {@link #refill}. Values nested deeper than the limit are skipped by
 * counting brackets and reported by {@link #tooDeep}, so that what stands behind them can still be
 * read.
 *
 * <p>Methods that read take the index to read at and return the index behind; only {@link #refill}
 * moves the window. Were the index a field, every token would wait for memory.
 */
public class JsonScanner {
  private static final String END = "the input ends inside a JSON value";

  protected byte[] bytes = new byte[0];

  /** Index of the next byte. */
  protected int pos;

  /** Index behind the last byte of the window. */
  protected int end;

  /** By how much the window has slid: an index plus this stays true when it slides on. */
  protected int shift;

  private final long[] objectBits;
  private final int maxDepth;
  private boolean tooDeep;

  /** Containers that are open. */
  private int depth;

  /** True when the innermost of them is an object. */
  private boolean object;

  /** What the tape said of the last key. */
  private int wanted;

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
    shift = 0;
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

  /** Reads one value that nobody looks at. */
  protected final void value() throws JsonException, IOException {
    tooDeep = false;
    depth = 0;
    pos = skip(pos);
  }

  /**
   * Reads one value into an index.
   *
   * @return false when reading stopped where the index wants it to: the next byte opens an array
   */
  protected final boolean value(JsonDocument into) throws JsonException, IOException {
    tooDeep = false;
    depth = 0;
    pos = index(pos, into.tape());
    return depth == 0;
  }

  /** Reads a string; {@link #pos} is at its opening quote. */
  protected final void string() throws JsonException, IOException {
    pos = string(pos);
  }

  /**
   * Reads a value that nobody looks at: most of the bytes of most documents. What changes with
   * every token is in local variables.
   */
  private int skip(int from) throws JsonException, IOException {
    int base = depth;
    int open = base;
    boolean inObject = false;
    int p = from;
    while (true) {
      p = next(p);
      byte c = bytes[p];
      boolean fresh = false;
      if (c == '"') {
        p = string(p);
      } else if ((c == '{' || c == '[') && open < maxDepth) {
        inObject = c == '{';
        setObject(open++, inObject);
        fresh = true;
        p++;
      } else {
        p = other(p, c);
      }
      while (open > base) {
        p = next(p);
        c = bytes[p];
        if (c == (inObject ? '}' : ']')) {
          p++;
          open--;
          inObject = open > base && isObject(open - 1);
          fresh = false;
          continue;
        }
        if (!fresh) {
          if (c != ',') {
            throw unexpected(p, inObject ? "',' or '}'" : "',' or ']'");
          }
          p++;
        }
        p = inObject ? key(p, null) : p;
        break;
      }
      if (open == base) {
        return p;
      }
    }
  }

  /** As {@link #skip}, and tells the tape what it wants to know; may stop with open containers. */
  private int index(int from, JsonTape tape) throws JsonException, IOException {
    int p = from;
    wanted = JsonTape.WANTED;
    while (true) {
      p = next(p);
      byte first = bytes[p];
      boolean container = first == '{' || first == '[';
      boolean opens = false;
      if (wanted != JsonTape.WANTED) {
        if (wanted == JsonTape.STOPS && first == '[') {
          return p;
        }
        p = skip(p);
      } else if (!container || depth == maxDepth) {
        p = scalar(p, first, tape);
      } else if (tape.open(first == '{' ? JsonKind.OBJECT : JsonKind.ARRAY, p + shift)) {
        opens = true;
        push(first == '{');
        p++;
      } else {
        p = skip(p);
        tape.close(p + shift);
      }
      p = depth == 0 ? p : follow(p, opens, tape);
      if (depth == 0) {
        return p;
      }
    }
  }

  private void push(boolean isObject) {
    setObject(depth, isObject);
    object = isObject;
    depth++;
  }

  private void pop() {
    depth--;
    object = depth > 0 && isObject(depth - 1);
  }

  private void setObject(int level, boolean isObject) {
    long bit = 1L << (level & 63);
    if (isObject) {
      objectBits[level >> 6] |= bit;
    } else {
      objectBits[level >> 6] &= ~bit;
    }
  }

  private boolean isObject(int level) {
    return (objectBits[level >> 6] & (1L << (level & 63))) != 0;
  }

  /**
   * Reads what may stand behind a value, or behind an opening bracket.
   *
   * @param fresh behind a bracket: the next value needs no comma
   * @return where the next value is due, or, with nothing open, behind the end
   */
  private int follow(int from, boolean fresh, JsonTape tape) throws JsonException, IOException {
    boolean needsComma = !fresh;
    int p = from;
    do {
      p = next(p);
      byte c = bytes[p];
      if (c == (object ? '}' : ']')) {
        p++;
        pop();
        tape.close(p + shift);
        needsComma = true;
      } else {
        if (needsComma) {
          if (c != ',') {
            throw unexpected(p, object ? "',' or '}'" : "',' or ']'");
          }
          p++;
        }
        wanted = JsonTape.WANTED;
        return object ? key(p, tape) : p;
      }
    } while (depth > 0);
    return p;
  }

  /** Reads a key and its colon. */
  private int key(int from, @Nullable JsonTape tape) throws JsonException, IOException {
    int p = next(from);
    if (bytes[p] != '"') {
      throw unexpected(p, "a key in quotes");
    }
    int start = p + 1 + shift;
    p = string(p);
    if (tape != null) {
      wanted = tape.key(bytes, start - shift, p - 1, shift);
    }
    p = next(p);
    if (bytes[p] != ':') {
      throw unexpected(p, "':' after a key");
    }
    return p + 1;
  }

  private int scalar(int from, byte first, JsonTape tape) throws JsonException, IOException {
    int start = from + shift;
    int p = first == '"' ? string(from) : other(from, first);
    JsonKind kind =
        switch (first) {
          case '"' -> JsonKind.STRING;
          case 't' -> JsonKind.TRUE;
          case 'f' -> JsonKind.FALSE;
          case 'n', '{', '[' -> JsonKind.NULL;
          default -> JsonKind.NUMBER;
        };
    tape.scalar(kind, start, p + shift);
    return p;
  }

  /** Reads a value that is no string. */
  private int other(int p, byte first) throws JsonException, IOException {
    return switch (first) {
      case 't' -> word(p, "true");
      case 'f' -> word(p, "false");
      case 'n' -> word(p, "null");
      case '{', '[' -> deep(p);
      default -> {
        if (first != '-' && (first < '0' || first > '9')) {
          throw unexpected(p, "a value");
        }
        yield number(p);
      }
    };
  }

  /** Reads a string; the index is that of its opening quote. */
  private int string(int from) throws JsonException, IOException {
    int p = from + 1;
    while (true) {
      p = ByteScan.endOfPlainJson(bytes, p, end);
      if (p == end) {
        p = more(p);
        continue;
      }
      byte b = bytes[p];
      if (b == '"') {
        return p + 1;
      }
      if (b != '\\') {
        throw error(p, "a control character inside a string");
      }
      p = escape(p + 1);
    }
  }

  private int escape(int from) throws JsonException, IOException {
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

  private int word(int from, String word) throws JsonException, IOException {
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

  private int number(int from) throws JsonException, IOException {
    int p = more(from);
    p = bytes[p] == '-' ? more(p + 1) : p;
    p = bytes[p] == '0' ? moreOrEnd(p + 1) : digits(p);
    if (p < end && bytes[p] == '.') {
      p = digits(more(p + 1));
    }
    if (p < end && (bytes[p] == 'e' || bytes[p] == 'E')) {
      p = more(p + 1);
      boolean signed = bytes[p] == '+' || bytes[p] == '-';
      p = digits(signed ? more(p + 1) : p);
    }
    return p;
  }

  /** Reads digits, at least one; what stands behind them is in the window, if anything is. */
  private int digits(int from) throws JsonException, IOException {
    int p = from;
    if (bytes[p] < '0' || bytes[p] > '9') {
      throw error(p, "a number without a digit where one is due");
    }
    do {
      p = moreOrEnd(p + 1);
    } while (p < end && bytes[p] >= '0' && bytes[p] <= '9');
    return p;
  }

  /** Skips a container by its brackets alone, since the limit of nesting is reached. */
  private int deep(int from) throws JsonException, IOException {
    tooDeep = true;
    int p = from;
    long open = 0;
    do {
      p = more(p);
      byte b = bytes[p];
      if (b == '"') {
        p = string(p);
        continue;
      }
      if (b == '{' || b == '[') {
        open++;
      } else if (b == '}' || b == ']') {
        open--;
      }
      p++;
    } while (open > 0);
    return p;
  }

  /** The index of the next byte that is no blank; there has to be one. */
  private int next(int p) throws JsonException, IOException {
    if (p < end && bytes[p] > ' ') {
      return p;
    }
    int at = behindBlanks(p);
    if (at < 0) {
      throw error(pos, END);
    }
    return at;
  }

  /** The index of the next byte that is no blank, or -1 at the end of the input. */
  private int behindBlanks(int from) throws IOException {
    int p = from;
    while (true) {
      for (; p < end; p++) {
        byte b = bytes[p];
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
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
  private int more(int p) throws JsonException, IOException {
    int at = moreOrEnd(p);
    if (at == end) {
      throw error(at, END);
    }
    return at;
  }

  /** The index of a byte, which may have to be read first; {@link #end} when there is none. */
  private int moreOrEnd(int p) throws IOException {
    if (p < end) {
      return p;
    }
    pos = p;
    return refill() ? pos : end;
  }

  private JsonException unexpected(int p, String wanted) throws IOException {
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

  private JsonException error(int p, String message) {
    pos = p;
    return new JsonException(offsetOf(p), message);
  }
}
