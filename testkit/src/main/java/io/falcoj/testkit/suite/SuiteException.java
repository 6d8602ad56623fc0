package io.falcoj.testkit.suite;

import io.falcoj.compiler.diag.Finding;
import io.falcoj.compiler.diag.render.TextRenderer;
import java.util.List;

/** Test files cannot be understood; the message shows every mistake at its place. */
public final class SuiteException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /**
   * @param findings mistakes of all files, file by file; what keeps rules from being compiled may
   *     be among them
   */
  public SuiteException(List<? extends Finding> findings) {
    super(TextRenderer.render(findings).stripTrailing());
    this.findings = List.copyOf(findings);
  }

  /** The mistakes as data. */
  public List<Finding> findings() {
    return findings;
  }
}
