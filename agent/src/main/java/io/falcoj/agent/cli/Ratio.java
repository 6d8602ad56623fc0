package io.falcoj.agent.cli;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.testkit.coverage.CoverageMinimum;
import org.jspecify.annotations.Nullable;

/** Minima as options. */
final class Ratio {
  private Ratio() {}

  /** 0 for an option that is not given. */
  static double read(String option, @Nullable String text) throws CommandException {
    try {
      return text == null ? 0 : CoverageMinimum.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, option + ": " + e.getMessage());
    }
  }
}
