package io.falcoj.compiler.decl;

import io.falcoj.compiler.diag.Diagnostics;
import org.jspecify.annotations.Nullable;

/** What is asked of an exception when it is defined or added to a rule. */
public interface ExceptionCheck {
  /** Asks nothing. */
  ExceptionCheck NONE = (exception, source, diags) -> true;

  /**
   * Whether the exception will do; if not, that was reported.
   *
   * @param source event source of the rule; null when it is unknown
   */
  boolean accepts(ExceptionDef exception, @Nullable String source, Diagnostics diags);
}
