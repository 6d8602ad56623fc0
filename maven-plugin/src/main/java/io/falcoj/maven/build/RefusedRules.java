package io.falcoj.maven.build;

import io.falcoj.compiler.diag.Diagnostic;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** The rules have errors, and the log has them all. */
public final class RefusedRules extends MojoFailureException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> findings;

  RefusedRules(List<Diagnostic> findings, int errors) {
    super(Messages.ruleErrors(errors));
    this.findings = List.copyOf(findings);
  }

  /** Everything that was found, warnings included. */
  public List<Diagnostic> findings() {
    return findings;
  }
}
