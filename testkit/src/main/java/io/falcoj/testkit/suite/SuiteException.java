package io.falcoj.testkit.suite;

import java.nio.file.Path;

/** A test file cannot be understood; the message begins with {@code file:line:column}. */
public final class SuiteException extends Exception {
  private static final long serialVersionUID = 1L;

  SuiteException(Path file, int line, int column, String message) {
    super(file + ":" + line + ":" + column + ": " + message);
  }
}
