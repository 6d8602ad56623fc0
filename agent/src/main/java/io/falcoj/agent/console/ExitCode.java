package io.falcoj.agent.console;

/** Exit codes of both commands. */
public final class ExitCode {
  public static final int OK = 0;

  /** Rules, tests, configuration or a bundle cannot be used. */
  public static final int INVALID = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** A source failed: it cannot be opened or it is damaged. */
  public static final int SOURCE = 3;

  /** Rule tests failed. */
  public static final int TESTS_FAILED = 4;

  /** Differences were found that were asked for. */
  public static final int DIFFERENT = 5;

  private ExitCode() {}
}
