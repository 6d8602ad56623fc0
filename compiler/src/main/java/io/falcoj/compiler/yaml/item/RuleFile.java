package io.falcoj.compiler.yaml.item;

import io.falcoj.compiler.source.SourceFile;
import java.util.List;

/**
 * The declarations of one file in their order.
 *
 * @param faulty whether reading it met errors
 * @param schema what Falco's schema of rule files says of each document: {@code ok}, or what does
 *     not fit; empty when there is none
 */
public record RuleFile(
    SourceFile source, List<Declaration> declarations, boolean faulty, List<String> schema) {
  public RuleFile {
    schema = List.copyOf(schema);
    declarations = List.copyOf(declarations);
  }
}
