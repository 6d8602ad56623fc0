package io.falcoj.compiler.yaml;

import io.falcoj.compiler.source.SourceFile;
import java.util.List;

/** The declarations of one file in their order. */
public record RuleFile(SourceFile source, List<Declaration> declarations) {
  public RuleFile {
    declarations = List.copyOf(declarations);
  }
}
