package io.falcoj.agent.console;

import org.jspecify.annotations.Nullable;

/** Ends a command with a message for the user and an exit code. */
public final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String said;

  /**
   * @param message empty when everything was said already
   */
  public CommandException(int exitCode, @Nullable String message) {
    super(message);
    this.exitCode = exitCode;
    this.said = message == null ? "" : message;
  }

  /** What is left to say; may be empty. */
  public String said() {
    return said;
  }

  public int exitCode() {
    return exitCode;
  }
}
