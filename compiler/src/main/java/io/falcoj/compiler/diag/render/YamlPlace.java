package io.falcoj.compiler.diag.render;

import io.falcoj.compiler.source.ByteLines;
import io.falcoj.compiler.source.SourceFile;

/** A place in a file as Falco's YAML reader counts it. */
record YamlPlace(int line, int column, int offset) {
  /**
   * @param offset in characters
   */
  static YamlPlace of(SourceFile file, int offset) {
    ByteLines lines = file.byteLines();
    return new YamlPlace(lines.line(offset), lines.column(offset), lines.offset(offset));
  }
}
