package io.falcoj.compiler;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs what recurses as deep as conditions are nested, which no caller's stack has to hold: macros
 * may lie within each other as deep as the resolver allows.
 */
final class DeepStack {
  /** Reserved, not used: a stack takes memory as far as it is filled. */
  private static final long BYTES = 256L << 20;

  private DeepStack() {}

  /** The result; what the task throws is thrown here. A call within a call runs in place. */
  static <T> T call(Supplier<T> task) {
    if (Thread.currentThread() instanceof DeepThread) {
      return task.get();
    }
    FutureTask<T> future = new FutureTask<>(task::get);
    Thread thread = new DeepThread(future);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw new IllegalStateException("a supplier throws no checked exception", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class DeepThread extends Thread {
    DeepThread(Runnable task) {
      super(null, task, "rule-compiler", BYTES);
    }
  }
}
