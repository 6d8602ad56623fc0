package io.falcoj.testkit.run;

import io.falcoj.testkit.rules.RuleSet;
import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs cases on several threads and hands over the results in the order of the cases. */
final class Workers {
  /** Cases for each thread that have begun or are waiting; their results are all that is kept. */
  private static final int AHEAD = 16;

  /** A case with what it needs. */
  record Task(RuleTestSuite suite, RuleSet rules, RuleTest test) {}

  private final RunOptions options;

  Workers(RunOptions options) {
    this.options = options;
  }

  /**
   * Runs cases.
   *
   * @param results called on the caller's thread
   */
  void run(List<Task> tasks, Consumer<CaseResult> results) throws RulesException {
    if (options.threads() == 1 || tasks.size() < 2) {
      Worker worker = new Worker(options.explain());
      for (Task task : tasks) {
        results.accept(worker.run(task.suite, task.rules, task.test));
      }
      return;
    }
    int threads = Math.min(options.threads(), tasks.size());
    ThreadLocal<Worker> workers = ThreadLocal.withInitial(() -> new Worker(options.explain()));
    ExecutorService executor = Executors.newFixedThreadPool(threads, Workers::thread);
    try {
      Deque<Future<CaseResult>> running = new ArrayDeque<>();
      Iterator<Task> next = tasks.iterator();
      while (next.hasNext() || !running.isEmpty()) {
        while (next.hasNext() && running.size() < threads * AHEAD) {
          Task task = next.next();
          running.add(executor.submit(() -> workers.get().run(task.suite, task.rules, task.test)));
        }
        results.accept(await(running.remove()));
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "rule-test");
    thread.setDaemon(true);
    return thread;
  }

  private static CaseResult await(Future<CaseResult> result) throws RulesException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RulesException fault) {
        throw fault;
      }
      throw new IllegalStateException("a case could not be run", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    }
  }
}
