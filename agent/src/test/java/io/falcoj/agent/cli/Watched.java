package io.falcoj.agent.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Text that somebody writes and somebody else waits for. */
final class Watched extends ByteArrayOutputStream {
  private static final long PATIENCE_SECONDS = 120;

  @Override
  public synchronized void write(int b) {
    super.write(b);
    notifyAll();
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    super.write(bytes, offset, length);
    notifyAll();
  }

  synchronized String text() {
    return toString(StandardCharsets.UTF_8);
  }

  /** Waits until the text is as wanted; fails when it will not be. */
  synchronized String await(Predicate<String> wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (!wanted.test(text())) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("waited in vain; there is only:\n" + text());
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return text();
  }

  String awaitLines(int count) {
    return await(text -> text.lines().count() >= count && text.endsWith("\n"));
  }
}
