package io.falcoj.agent.run;

import io.falcoj.agent.console.Console;
import io.falcoj.runtime.engine.WarningListener;

/**
 * Shows warnings. Of a run that may go on for ever no more than some in a while: what anybody can
 * send must not fill a disk. What is not shown is counted.
 */
final class Warnings implements WarningListener {
  private static final int MOST = 50;
  private static final long WHILE_NANOS = 10_000_000_000L;

  private final Console console;
  private boolean limited;
  private long since;
  private long shown;
  private long hidden;

  Warnings(Console console) {
    this.console = console;
  }

  /** The run may go on for ever. */
  void limit() {
    limited = true;
    since = System.nanoTime();
  }

  @Override
  public synchronized void warning(String message, long offset) {
    if (limited && System.nanoTime() - since > WHILE_NANOS) {
      since = System.nanoTime();
      shown = 0;
      tellHidden();
    }
    if (limited && shown >= MOST) {
      hidden++;
      return;
    }
    shown++;
    console.warn(offset < 0 ? message : message + " (at byte " + offset + ")");
  }

  /** Says how many warnings were not shown. */
  synchronized void tellHidden() {
    if (hidden > 0) {
      console.warn(hidden + " further warnings were not shown");
      hidden = 0;
    }
  }
}
