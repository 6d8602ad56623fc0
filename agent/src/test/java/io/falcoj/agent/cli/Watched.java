package io.falcoj.agent.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Text that somebody writes and somebody else waits for. */
final class Watched extends ByteArrayOutputStream {
  private static final long PATIENCE_SECONDS = 120;

  private boolean held;
  private boolean writerWaits;

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    while (held) {
      writerWaits = true;
      notifyAll();
      pause();
    }
    super.write(bytes, offset, length);
    notifyAll();
  }

  private void pause() {
    try {
      wait();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes who writes wait. */
  synchronized void hold() {
    held = true;
    writerWaits = false;
  }

  /** Waits until somebody wants to write and may not. */
  synchronized void awaitHeldWriter() {
    while (!writerWaits) {
      pause();
    }
  }

  synchronized void release() {
    held = false;
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
