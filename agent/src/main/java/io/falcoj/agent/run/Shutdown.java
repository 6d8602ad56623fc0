package io.falcoj.agent.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a signal end a run in good order: sources take in nothing more, what they have is judged,
 * counters are printed, and the process ends with the run's exit code.
 */
public final class Shutdown {
  private static final long GRACE_SECONDS = 30;

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Runnable stop = () -> {};
  private volatile boolean running;
  private volatile boolean requested;
  private volatile int code;

  /** To be called by the process's main method: signals are heard from then on. */
  public void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "shutdown"));
  }

  /**
   * A run begins.
   *
   * @param how ends it soon; any thread may call it
   */
  void begin(Runnable how) {
    stop = how;
    running = true;
    if (requested) {
      how.run();
    }
  }

  /** Everything is done and written: ends the process. */
  public void exit(int exitCode) {
    code = exitCode;
    done.countDown();
    System.exit(exitCode);
  }

  /** Asks the run to end soon; true when there is one. */
  public boolean request() {
    requested = true;
    if (!running || done.getCount() == 0) {
      return false;
    }
    stop.run();
    return true;
  }

  private void end() {
    if (!request()) {
      return;
    }
    try {
      if (done.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        // The exit code of a signal would say that the run was cut off.
        Runtime.getRuntime().halt(code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
