package io.falcoj.compiler.yaml;

import io.falcoj.compiler.source.SourceFile;
import java.util.List;

/**
 * The declarations of one file in their order.
 *
 * @param faulty whether reading it met errors
 */
public record RuleFile(SourceFile source, List<Declaration> declarations, boolean faulty) {
  public RuleFile {
    declarations = List.copyOf(declarations);
  }
}
