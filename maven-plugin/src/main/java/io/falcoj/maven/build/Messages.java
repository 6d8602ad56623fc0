package io.falcoj.maven.build;

import io.falcoj.testkit.run.RunResult;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * What goals say when they cannot go on: every diagnostic in the log, and for Maven's last line one
 * sentence with the way out. No causes are handed on, so that no stack trace is printed for a
 * user's mistake.
 */
public final class Messages {
  /** A name that can be typed as it is. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[^',!*?]+");

  private Messages() {}

  /** Rules that do not compile; the diagnostics were told already. */
  static String ruleErrors(int count) {
    return (count == 1 ? "1 error" : count + " errors")
        + " in the rules; the lines above say where. `mvn falco:validate` checks them alone";
  }

  /** Rules under test that do not compile. */
  public static MojoFailureException rules(String diagnostics, Log log) {
    log.error(diagnostics.stripTrailing());
    return new MojoFailureException(
        "rules under test have errors; the lines above say where. `rules:` of the test file names"
            + " them");
  }

  /** Test files that cannot be understood. */
  public static MojoFailureException tests(String mistakes, Log log) {
    mistakes.lines().forEach(log::error);
    return new MojoFailureException(
        "test files have mistakes; the lines above say where. Mend them and run `mvn falco:test`");
  }

  /** Tests that fail. */
  public static String failed(RunResult result) {
    String first =
        result.cases().stream()
            .filter(c -> c.outcome().isFailure())
            .map(c -> c.test().name())
            .filter(PLAIN_NAME.asMatchPredicate())
            .findFirst()
            .orElse("NAME");
    return "rule tests failed; the lines above say which and why. To run one of them again: mvn"
        + " falco:test -Dfalco.test='"
        + first
        + "'";
  }

  /** A file that cannot be read or written. */
  public static MojoFailureException file(IOException e) {
    String message = String.valueOf(e.getMessage());
    return new MojoFailureException(
        e.getClass() == IOException.class ? message : message + ": " + reason(e));
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    return e instanceof AccessDeniedException ? "access denied" : "cannot be read or written";
  }
}
