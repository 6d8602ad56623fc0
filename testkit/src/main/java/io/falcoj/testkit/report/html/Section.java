package io.falcoj.testkit.report.html;

import io.falcoj.testkit.report.view.RunReport;

/** A part of the page with a heading of its own and a place in its navigation. */
interface Section {
  /** The fragment that leads to it. */
  String id();

  String title();

  /** How many things it lists; without any it is left out. */
  int size(RunReport report);

  void write(RunReport report, Html html);
}
