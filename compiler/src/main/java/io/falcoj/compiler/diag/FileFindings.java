package io.falcoj.compiler.diag;

import io.falcoj.compiler.source.SourceFile;
import java.util.List;

/**
 * What Falco says when it loads a rule file on top of those before it.
 *
 * @param findings in its order; those about earlier files are said again with every later one
 * @param schema what its schema of rule files says: {@code ok} first, or what does not fit; empty
 *     when nothing was checked
 */
public record FileFindings(SourceFile file, List<Diagnostic> findings, List<String> schema) {
  public FileFindings {
    findings = List.copyOf(findings);
    schema = List.copyOf(schema);
  }

  /** Whether Falco takes the file. */
  public boolean successful() {
    return findings.stream().noneMatch(d -> d.severity() == Severity.ERROR);
  }
}
