package io.falcoj.testkit.report.view;

import io.falcoj.compiler.source.LineMap;
import io.falcoj.compiler.source.SourceSpan;

/**
 * A range in a file as reports name it. Numbers count from 1, columns by code points.
 *
 * @param endColumn that of the character behind the last
 */
public record FileRange(String file, int line, int column, int endLine, int endColumn) {
  public static FileRange of(SourceSpan span, FileNames names) {
    LineMap lines = span.file().lines();
    return new FileRange(
        names.of(span.file().name()),
        lines.line(span.start()),
        lines.column(span.start()),
        lines.line(span.end()),
        lines.column(span.end()));
  }

  /** For people, e.g. {@code shells.yaml:12}. */
  public String text() {
    return file + ":" + line;
  }
}
