package io.falcoj.maven.build;

import io.falcoj.testkit.coverage.CoverageMinimum;
import org.apache.maven.plugin.MojoFailureException;

/** Minima as parameters of goals. */
public final class Ratios {
  private Ratios() {}

  /** A share, e.g. {@code 0.8} or {@code 80%}. */
  public static double read(String property, String text) throws MojoFailureException {
    try {
      return CoverageMinimum.parse(text);
    } catch (IllegalArgumentException e) {
      throw new MojoFailureException(property + ": " + e.getMessage());
    }
  }
}
