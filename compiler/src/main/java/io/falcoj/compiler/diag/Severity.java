package io.falcoj.compiler.diag;

/** How grave a diagnostic is. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
