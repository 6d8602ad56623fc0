package io.falcoj.testkit.run;

import io.falcoj.compiler.diag.Finding;
import io.falcoj.compiler.diag.render.TextRenderer;
import java.util.List;

/** The rules under test cannot be used; the message has every diagnostic. */
public final class RulesException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  public RulesException(String message) {
    super(message);
    this.findings = List.of();
  }

  public RulesException(List<? extends Finding> findings) {
    super(TextRenderer.render(findings).stripTrailing());
    this.findings = List.copyOf(findings);
  }

  /**
   * The errors in the rules as data; empty when there are no rules, or the files are unreadable.
   */
  public List<Finding> findings() {
    return findings;
  }
}
