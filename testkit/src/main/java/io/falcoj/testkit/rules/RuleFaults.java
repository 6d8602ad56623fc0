package io.falcoj.testkit.rules;

import io.falcoj.compiler.diag.Finding;
import java.util.List;

/** Rules cannot be used. */
public final class RuleFaults extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  RuleFaults(String message) {
    super(message);
    this.findings = List.of();
  }

  RuleFaults(List<? extends Finding> findings) {
    super("rules with errors");
    this.findings = List.copyOf(findings);
  }

  /** The errors; empty when the files could not be read, which the message tells. */
  public List<Finding> findings() {
    return findings;
  }
}
