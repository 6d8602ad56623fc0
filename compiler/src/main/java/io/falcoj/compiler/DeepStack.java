package io.falcoj.compiler;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs what recurses as deep as conditions are nested, which no caller's stack has to hold: macros
 * may lie within each other as deep as the resolver allows.
 */
public final class DeepStack {
  /** Reserved, not used: a stack takes memory as far as it is filled. */
  private static final long BYTES = 256L << 20;

  private DeepStack() {}

  /** What recurses. */
  public interface Task<T, E extends Exception> {
    T run() throws E;
  }

  /** The result; what the task throws is thrown here. A call within a call runs in place. */
  public static <T, E extends Exception> T call(Task<T, E> task) throws E {
    if (Thread.currentThread() instanceof DeepThread) {
      return task.run();
    }
    return start(task).await();
  }

  /** Begins a task on a thread of its own. */
  static <T, E extends Exception> Started<T, E> start(Task<T, E> task) {
    FutureTask<T> future = new FutureTask<>(task::run);
    Thread thread = new DeepThread(future);
    thread.setDaemon(true);
    thread.start();
    return new Started<>(future);
  }

  /** A task that runs, or has run. */
  static final class Started<T, E extends Exception> {
    private final FutureTask<T> future;

    private Started(FutureTask<T> future) {
      this.future = future;
    }

    /** The result, when it is there; what the task throws is thrown here. */
    T await() throws E {
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
        throw DeepStack.<E>cause(e);
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // a task throws nothing else that is checked
  private static <E extends Exception> E cause(ExecutionException e) {
    if (e.getCause() instanceof Error fault) {
      throw fault;
    }
    if (e.getCause() instanceof RuntimeException fault) {
      throw fault;
    }
    return (E) Objects.requireNonNull(e.getCause());
  }

  private static final class DeepThread extends Thread {
    DeepThread(Runnable task) {
      super(null, task, "rule-compiler", BYTES);
    }
  }
}
