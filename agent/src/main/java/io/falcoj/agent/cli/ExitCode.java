package io.falcoj.agent.cli;

/** Exit codes of both commands. */
final class ExitCode {
  static final int OK = 0;

  /** Rules, configuration or a bundle cannot be used. */
  static final int INVALID = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** A source failed: it cannot be opened or it is damaged. */
  static final int SOURCE = 3;

  private ExitCode() {}
}
