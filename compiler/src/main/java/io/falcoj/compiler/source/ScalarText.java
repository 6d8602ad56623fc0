package io.falcoj.compiler.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decoded text whose every character knows its place in a file: a rope of pieces, since a condition
 * can be put together from fragments of several files.
 */
public final class ScalarText {
  /**
   * A run of text of one file.
   *
   * @param begin where the YAML value begins, which for a block is at its {@code >} or {@code |}
   */
  private record Piece(SourceFile file, String text, int[] offsets, int begin) {
    Piece slice(int from, int to) {
      int[] places = Arrays.copyOfRange(offsets, from, to + 1);
      return new Piece(file, text.substring(from, to), places, begin);
    }

    /** The first character that stands at that offset of the file or behind it. */
    int at(int offset) {
      int low = 0;
      int high = text.length();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (offsets[middle] < offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  private final List<Piece> pieces;
  private final String text;

  /** Whether a piece can hold characters of several scalars. */
  private final boolean spliced;

  private ScalarText(List<Piece> pieces) {
    this(pieces, false);
  }

  private ScalarText(List<Piece> pieces, boolean spliced) {
    this.pieces = pieces;
    this.spliced = spliced;
    StringBuilder joined = new StringBuilder();
    for (Piece piece : pieces) {
      joined.append(piece.text);
    }
    this.text = joined.toString();
  }

  /**
   * One piece.
   *
   * @param offsets for each character its offset in the file, and one more for the end
   */
  public static ScalarText of(SourceFile file, String text, int[] offsets) {
    if (offsets.length != text.length() + 1) {
      throw new IllegalArgumentException("one offset per character and one for the end");
    }
    return new ScalarText(List.of(new Piece(file, text, offsets.clone(), offsets[0])));
  }

  /** The same text as a YAML value that begins at {@code begin}. */
  public ScalarText beginningAt(int begin) {
    List<Piece> moved = new ArrayList<>(pieces);
    Piece first = moved.get(0);
    moved.set(0, new Piece(first.file, first.text, first.offsets, begin));
    return new ScalarText(List.copyOf(moved));
  }

  /** Where the YAML value begins, or the first of several. */
  public SourceSpan begin() {
    Piece first = pieces.get(0);
    return new SourceSpan(first.file, first.begin, first.begin);
  }

  /** The texts in a row; each of them may come from several scalars of its file. */
  static ScalarText ofRuns(List<ScalarText> runs) {
    return new ScalarText(join(runs).pieces, true);
  }

  /** Text that stands nowhere; every character is at {@code span}'s start. */
  public static ScalarText synthetic(String text, SourceSpan span) {
    int[] offsets = new int[text.length() + 1];
    Arrays.fill(offsets, span.start());
    return of(span.file(), text, offsets);
  }

  /** This text followed by the other. */
  public ScalarText append(ScalarText other) {
    List<Piece> joined = new ArrayList<>(pieces);
    joined.addAll(other.pieces);
    return new ScalarText(List.copyOf(joined));
  }

  /** The characters from {@code start} to {@code end}, each still knowing its place. */
  public ScalarText slice(int start, int end) {
    List<Piece> cut = new ArrayList<>();
    int base = 0;
    for (Piece piece : pieces) {
      int length = piece.text.length();
      int from = Math.max(0, start - base);
      int to = Math.min(length, end - base);
      if (from < to || (from == to && start == end && cut.isEmpty())) {
        cut.add(piece.slice(from, to));
      }
      base += length;
    }
    return cut.isEmpty() ? synthetic("", span(start, start)) : new ScalarText(cut);
  }

  /** Takes one character and its place. */
  interface CharacterVisitor {
    void visit(char c, SourceFile file, int offset);
  }

  /** Visits the characters from {@code start} to {@code end}. */
  void forEach(int start, int end, CharacterVisitor visitor) {
    int base = 0;
    for (Piece piece : pieces) {
      int length = piece.text.length();
      for (int i = Math.max(0, start - base); i < Math.min(length, end - base); i++) {
        visitor.visit(piece.text.charAt(i), piece.file, piece.offsets[i]);
      }
      base += length;
    }
  }

  /** All texts in a row. */
  public static ScalarText join(List<ScalarText> texts) {
    List<Piece> joined = new ArrayList<>();
    for (ScalarText text : texts) {
      joined.addAll(text.pieces);
    }
    return new ScalarText(List.copyOf(joined));
  }

  /** Without the blanks at both ends. */
  public ScalarText strip() {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return start == 0 && end == text.length() ? this : slice(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  public String text() {
    return text;
  }

  /**
   * Where the characters from {@code start} to {@code end} of {@link #text} stand: from the first
   * to the last when both are in one scalar of the file, whatever came between from elsewhere; else
   * the characters that follow the first one in its scalar.
   */
  public SourceSpan span(int start, int end) {
    Piece piece = pieces.get(0);
    int base = 0;
    for (int i = 1; i < pieces.size() && start >= base + piece.text.length(); i++) {
      base += piece.text.length();
      piece = pieces.get(i);
    }
    int from = Math.min(Math.max(0, start - base), piece.text.length());
    int first = piece.offsets[from];
    if (end <= start || from == piece.text.length()) {
      return new SourceSpan(piece.file, first, first);
    }
    boolean whole = pieces.size() == 1 && !spliced;
    ScalarEnd last = new ScalarEnd(piece.file, first);
    if (whole) {
      last.take(piece.file, piece.offsets[Math.min(end, text.length()) - 1]);
    } else {
      forEach(Math.min(end, text.length()) - 1, end, (c, file, offset) -> last.take(file, offset));
      if (last.offset() == first) {
        forEach(start, end, (c, file, offset) -> last.take(file, offset));
      }
    }
    return new SourceSpan(piece.file, first, last.offset() + 1);
  }

  /** This text with another one between {@code start} and {@code end}. */
  public ScalarText replace(int start, int end, String replacement) {
    return join(
        List.of(
            slice(0, start),
            synthetic(replacement, span(start, start)),
            slice(end, text.length())));
  }

  /**
   * Where the characters from {@code start} to {@code end} stand, one span for each scalar; those
   * that stand in no file are left out.
   */
  public List<SourceSpan> places(int start, int end) {
    List<SourceSpan> places = new ArrayList<>();
    int base = 0;
    for (Piece piece : pieces) {
      int from = Math.max(0, start - base);
      int to = Math.min(piece.text.length(), end - base);
      if (from < to && piece.offsets[from] < piece.offsets[to]) {
        places.add(new SourceSpan(piece.file, piece.offsets[from], piece.offsets[to - 1] + 1));
      }
      base += piece.text.length();
    }
    return places;
  }

  /** Whether the place lies inside one of the pieces that the text is made of. */
  public boolean covers(SourceSpan place) {
    for (Piece piece : pieces) {
      if (piece.file == place.file()
          && !piece.text.isBlank()
          && piece.offsets[0] <= place.start()
          && place.end() <= piece.offsets[piece.text.length() - 1] + 1) {
        return true;
      }
    }
    return false;
  }

  /** Index of the first character that stands at the place's start, or -1. */
  public int indexOf(SourceSpan place) {
    int base = 0;
    for (Piece piece : pieces) {
      if (piece.file == place.file()) {
        for (int i = 0; i < piece.text.length(); i++) {
          if (piece.offsets[i] == place.start()) {
            return base + i;
          }
        }
      }
      base += piece.text.length();
    }
    return -1;
  }

  /** The characters of this text that stand at the place, in their order; may be empty. */
  public String textAt(SourceSpan place) {
    StringBuilder found = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.file == place.file()) {
        int from = piece.at(place.start());
        found.append(piece.text, from, Math.max(from, piece.at(place.end())));
      }
    }
    return found.toString();
  }

  /** The place of the whole text. */
  public SourceSpan span() {
    return span(0, text.length());
  }

  @Override
  public String toString() {
    return text;
  }
}
