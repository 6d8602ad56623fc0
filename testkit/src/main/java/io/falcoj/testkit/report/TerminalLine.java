package io.falcoj.testkit.report;

import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import me.tongfei.progressbar.ProgressBarConsumer;

/** The line of a terminal that a bar is drawn on, again and again. */
final class TerminalLine implements ProgressBarConsumer {
  private static final int WIDTH = 79;
  private static final String ERASE = "\r\u001b[K";

  private final Appendable terminal;
  private boolean drawn;

  TerminalLine(Appendable terminal) {
    this.terminal = terminal;
  }

  @Override
  public int getMaxRenderedLength() {
    return WIDTH;
  }

  @Override
  public synchronized void accept(String bar) {
    write(ERASE + bar);
    drawn = true;
  }

  /** Does what prints lines of its own. */
  synchronized void erasedWhile(Runnable printing) {
    close();
    printing.run();
  }

  @Override
  public synchronized void close() {
    if (drawn) {
      write(ERASE);
      drawn = false;
    }
  }

  private void write(String text) {
    try {
      terminal.append(text);
      if (terminal instanceof Flushable buffered) {
        buffered.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
