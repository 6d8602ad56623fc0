package io.falcoj.testkit.report.html;

import io.falcoj.testkit.coverage.Sides;

/** A share as a bar beside its number. */
final class Meter {
  private static final int WIDTH = 100;

  private Meter() {}

  static void write(Html html, Sides sides) {
    html.open(
        "svg",
        "class",
        "meter",
        "viewBox",
        "0 0 " + WIDTH + " 8",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    int width = (int) Math.floor(sides.ratio() * WIDTH);
    html.empty("rect", "class", "seen", "width", Integer.toString(width), "height", "8");
    html.close();
  }
}
