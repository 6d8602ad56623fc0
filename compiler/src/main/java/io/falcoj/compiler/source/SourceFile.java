package io.falcoj.compiler.source;

/** A file given to the compiler. Two files are equal only when they are the same object. */
public final class SourceFile {
  private final String name;
  private final String text;
  private final LineMap lines;

  /**
   * A file.
   *
   * @param name as shown in diagnostics, usually the path as the user gave it
   * @param text decoded content
   */
  public SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.lines = new LineMap(text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public LineMap lines() {
    return lines;
  }

  @Override
  public String toString() {
    return name;
  }
}
