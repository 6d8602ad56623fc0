package io.falcoj.compiler.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts a text together from parts of others in time linear in its length. */
public final class ScalarTextBuilder {
  private final StringBuilder text = new StringBuilder();
  private final SourceSpan place;
  private SourceFile[] files = new SourceFile[64];
  private int[] offsets = new int[64];

  /**
   * An empty text.
   *
   * @param place where it stands if it stays empty
   */
  public ScalarTextBuilder(SourceSpan place) {
    this.place = place;
  }

  public int length() {
    return text.length();
  }

  /** The last character, or NUL of an empty text. */
  public char last() {
    return text.length() == 0 ? '\0' : text.charAt(text.length() - 1);
  }

  public void dropLast() {
    text.setLength(text.length() - 1);
  }

  /** Adds one character that stands at the place's start. */
  public void append(char c, SourceSpan at) {
    append(c, at.file(), at.start());
  }

  /** Adds the characters from {@code from} to {@code to}, each with its place. */
  public void append(ScalarText other, int from, int to) {
    other.forEach(from, to, this::append);
  }

  private void append(char c, SourceFile file, int offset) {
    int at = text.length();
    if (at == offsets.length) {
      files = Arrays.copyOf(files, at * 2);
      offsets = Arrays.copyOf(offsets, at * 2);
    }
    files[at] = file;
    offsets[at] = offset;
    text.append(c);
  }

  public ScalarText build() {
    if (text.length() == 0) {
      return ScalarText.synthetic("", place);
    }
    List<ScalarText> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || files[i] != files[start]) {
        int[] run = Arrays.copyOf(Arrays.copyOfRange(offsets, start, i), i - start + 1);
        run[i - start] = offsets[i - 1] + 1;
        runs.add(ScalarText.of(files[start], text.substring(start, i), run));
        start = i;
      }
    }
    return ScalarText.ofRuns(runs);
  }
}
