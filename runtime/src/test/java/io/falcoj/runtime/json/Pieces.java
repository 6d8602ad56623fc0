package io.falcoj.runtime.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A text behind blanks that comes a few bytes at a time. When the window is full it lets go of what
 * is not kept, and grows only when nothing is left to let go.
 */
final class Pieces extends JsonScanner {
  /** Blanks before the text. */
  static final int BEFORE = 9;

  private final InputStream in;
  private final int piece;
  private final JsonDocument document = new JsonDocument(20);
  private long base;
  private int mark = -1;
  private boolean dropping;

  /**
   * @param piece most bytes that come at once
   * @param room bytes of the window, as long as these are enough
   */
  Pieces(byte[] text, int piece, int room) {
    super(20);
    byte[] behind = new byte[BEFORE + text.length];
    Arrays.fill(behind, 0, BEFORE, (byte) ' ');
    System.arraycopy(text, 0, behind, BEFORE, text.length);
    this.in = new ByteArrayInputStream(behind);
    this.piece = piece;
    wrap(new byte[room + SLACK], 0, 0);
  }

  /** What is said when nobody looks, empty for nothing. */
  String skipped() throws IOException {
    return said(
        () -> {
          value();
          return "";
        });
  }

  /** What is said, or what an index of everything holds. */
  String indexed() throws IOException {
    return said(
        () -> {
          index();
          return Outline.of(document);
        });
  }

  /** As {@link #indexed}; once the window is full, the beginning is not kept. */
  String dropped() throws IOException {
    dropping = true;
    return said(
        () -> {
          index();
          return mark >= 0 ? "" : Outline.of(document);
        });
  }

  private interface Reading {
    String read() throws JsonException, IOException;
  }

  private String said(Reading reading) throws IOException {
    try {
      String read = reading.read();
      if (peek() >= 0) {
        throw error("something stands behind the value");
      }
      return read;
    } catch (JsonException e) {
      return e.offset() + ": " + e.getMessage();
    }
  }

  private void index() throws JsonException, IOException {
    peek();
    mark = pos;
    document.begin(null, null);
    value(document);
    document.end(bytes, shift);
  }

  @Override
  protected boolean refill() throws IOException {
    if (end == bytes.length - SLACK) {
      makeRoom();
    }
    int count = in.read(bytes, end, Math.min(piece, bytes.length - SLACK - end));
    end += Math.max(count, 0);
    bytes[end] = 0;
    return count > 0;
  }

  private void makeRoom() {
    if (dropping && mark == 0) {
      document.drop();
      mark = -1;
    }
    int keep = mark >= 0 ? mark : pos;
    if (keep == 0) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
      return;
    }
    System.arraycopy(bytes, keep, bytes, 0, end - keep);
    base += keep;
    shift += keep;
    pos -= keep;
    end -= keep;
    mark -= mark >= 0 ? keep : 0;
  }

  @Override
  protected long offsetOf(int index) {
    return base + index - BEFORE;
  }
}
