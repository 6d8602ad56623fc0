package io.falcoj.maven;

import io.falcoj.testkit.coverage.CoverageMinimum;
import org.apache.maven.plugin.MojoFailureException;

/** Minima as parameters of goals. */
final class Ratios {
  private Ratios() {}

  static double read(String property, String text) throws MojoFailureException {
    try {
      return CoverageMinimum.parse(text);
    } catch (IllegalArgumentException e) {
      throw new MojoFailureException(property + ": " + e.getMessage());
    }
  }
}
