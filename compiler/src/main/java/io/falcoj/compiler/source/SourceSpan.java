package io.falcoj.compiler.source;

/**
 * A range of characters of one file.
 *
 * @param start offset of the first character in {@link SourceFile#text}
 * @param end offset behind the last
 */
public record SourceSpan(SourceFile file, int start, int end) {
  /** From this span's start to the other's end when both are in one file, else this span. */
  public SourceSpan to(SourceSpan last) {
    return file == last.file() && last.end() >= start
        ? new SourceSpan(file, start, last.end())
        : this;
  }

  /** The characters. */
  public String text() {
    return file.text().substring(start, end);
  }
}
