package io.falcoj.testkit.yaml;

import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.diag.Finding;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in a file.
 *
 * @param message one sentence: what is wrong
 * @param hint what would be right, or null
 */
public record Fault(FaultCode code, SourceSpan span, String message, @Nullable String hint)
    implements Finding {
  @Override
  public String label() {
    return code.label();
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Related> related() {
    return List.of();
  }

  /** From 1. */
  public int line() {
    return span.file().lines().line(span.start());
  }

  /** From 1. */
  public int column() {
    return span.file().lines().column(span.start());
  }
}
