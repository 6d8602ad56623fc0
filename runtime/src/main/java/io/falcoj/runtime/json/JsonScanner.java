package io.falcoj.runtime.json;

import java.io.IOException;

/**
 * The JSON grammar (RFC 8259) over a window of bytes, without recursion. Values nested deeper than
 * the limit are skipped by counting brackets and reported by {@link #tooDeep}, so that what stands
 * behind them can still be read.
 */
public class JsonScanner extends JsonTokens {
  /** Of every 64th open container, what {@link #inner} was before it. */
  private final long[] outer;

  private final int maxDepth;
  private boolean tooDeep;

  /** Containers that are open and told. */
  private int depth;

  /** The innermost of them, a bit each, the last opened lowest: 1 for an object. */
  private long inner;

  /** What was said of the last key. */
  private IndexTape.Wish wish = IndexTape.Wish.TOLD;

  /**
   * @param maxDepth objects and arrays that may be open at once
   */
  protected JsonScanner(int maxDepth) {
    this.maxDepth = maxDepth;
    this.outer = new long[(maxDepth >> 6) + 1];
  }

  /** A scanner over one array. */
  static JsonScanner over(int maxDepth) {
    return new JsonScanner(maxDepth);
  }

  /** True when the value read last was nested deeper than the limit. */
  public final boolean tooDeep() {
    return tooDeep;
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

  /**
   * Reads a value that nobody looks at: most of the bytes of most documents. What changes with
   * every token is in local variables.
   */
  private int skip(int from) throws JsonException, IOException {
    int base = depth;
    int open = base;
    long kinds = 0;
    int p = from;
    while (true) {
      p = next(p);
      byte c = bytes[p];
      if (c == '"') {
        p = string(p + 1);
      } else if ((c == '{' || c == '[') && open < maxDepth) {
        kinds = opened(kinds, open++, c);
        p = next(p + 1);
        if (bytes[p] != c + 2) {
          p = c == '{' ? behindKey(p) : p;
          continue;
        }
      } else {
        p = other(p, c);
      }
      while (open > base) {
        p = next(p);
        c = bytes[p];
        if (c == ',') {
          p = (kinds & 1) != 0 ? behindKey(next(p + 1)) : p + 1;
          break;
        }
        expectClosing(p, c, kinds);
        kinds = closed(kinds, --open);
        p++;
      }
      if (open == base) {
        return p;
      }
    }
  }

  /** As {@link #skip}, and tells the tape what it wishes; may stop with open containers. */
  private int index(int from, IndexTape tape) throws JsonException, IOException {
    int p = from;
    wish = IndexTape.Wish.TOLD;
    while (true) {
      p = next(p);
      byte c = bytes[p];
      if (wish != IndexTape.Wish.TOLD) {
        if (wish == IndexTape.Wish.STOP && c == '[') {
          return p;
        }
        p = c == '"' ? string(p + 1) : skip(p);
      } else if (c != '{' && c != '[' || depth == maxDepth) {
        p = scalar(p, c, tape);
      } else if (tape.open(c == '{' ? JsonKind.OBJECT : JsonKind.ARRAY, p + shift)) {
        inner = opened(inner, depth++, c);
        p = next(p + 1);
        if (bytes[p] != c + 2) {
          p = c == '{' ? key(p, tape) : p;
          continue;
        }
      } else {
        p = skip(p);
        tape.close(p + shift);
      }
      p = behind(p, tape);
      if (depth == 0) {
        return p;
      }
    }
  }

  /** Reads what may stand behind a value, up to where the next one is due if any is. */
  private int behind(int from, IndexTape tape) throws JsonException, IOException {
    int p = from;
    while (depth > 0) {
      p = next(p);
      byte c = bytes[p];
      if (c == ',') {
        wish = IndexTape.Wish.TOLD;
        return (inner & 1) != 0 ? key(next(p + 1), tape) : p + 1;
      }
      expectClosing(p, c, inner);
      inner = closed(inner, --depth);
      p++;
      tape.close(p + shift);
    }
    return p;
  }

  /** The kinds of the innermost containers when another one opens as number {@code open}. */
  private long opened(long kinds, int open, byte bracket) {
    if ((open & 63) == 0) {
      outer[open >> 6] = kinds;
    }
    return kinds << 1 | (bracket == '{' ? 1 : 0);
  }

  /** The kinds of the innermost containers when number {@code open} has closed. */
  private long closed(long kinds, int open) {
    return (open & 63) == 0 ? outer[open >> 6] : kinds >>> 1;
  }

  private void expectClosing(int p, byte found, long kinds) throws JsonException, IOException {
    boolean object = (kinds & 1) != 0;
    if (found != (object ? '}' : ']')) {
      throw unexpected(p, object ? "',' or '}'" : "',' or ']'");
    }
  }

  /** Reads a key that nobody looks at, and its colon. */
  private int behindKey(int from) throws JsonException, IOException {
    if (bytes[from] != '"') {
      throw unexpected(from, "a key in quotes");
    }
    return behindColon(string(from + 1));
  }

  /** Reads a key and its colon. */
  private int key(int from, IndexTape tape) throws JsonException, IOException {
    if (bytes[from] != '"') {
      throw unexpected(from, "a key in quotes");
    }
    int start = from + 1 + shift;
    int p = string(from + 1);
    wish = tape.key(bytes, start - shift, p - 1, shift);
    return behindColon(p);
  }

  private int behindColon(int from) throws JsonException, IOException {
    int p = next(from);
    if (bytes[p] != ':') {
      throw unexpected(p, "':' after a key");
    }
    return p + 1;
  }

  private int scalar(int from, byte first, IndexTape tape) throws JsonException, IOException {
    int start = from + shift;
    int p = first == '"' ? string(from + 1) : other(from, first);
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

  /** Skips a container by its brackets alone, since the limit of nesting is reached. */
  private int deep(int from) throws JsonException, IOException {
    tooDeep = true;
    int p = from;
    long open = 0;
    do {
      p = more(p);
      byte b = bytes[p];
      if (b == '"') {
        p = string(p + 1);
        continue;
      }
      lines += b == '\n' ? 1 : 0;
      if (b == '{' || b == '[') {
        open++;
      } else if (b == '}' || b == ']') {
        open--;
      }
      p++;
    } while (open > 0);
    return p;
  }
}
