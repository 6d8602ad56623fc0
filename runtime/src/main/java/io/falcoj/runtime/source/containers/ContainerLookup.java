package io.falcoj.runtime.source.containers;

import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Asks a runtime about containers while events go on. The thread of the events puts questions with
 * {@link #request} and takes answers with {@link #next}, between two events; neither waits. The
 * runtime runs elsewhere. Everything is bounded: the questions that wait, what is remembered, the
 * attempts; who fails is asked again after a pause that grows. The clock is that of the events.
 */
public final class ContainerLookup implements AutoCloseable {
  /** A container that was asked about. */
  private static final class Asked {
    final ByteSlice id;
    final ByteSlice cgroups;
    Phase phase = Phase.WAITING;
    int failures;
    long notBefore;

    Asked(ByteSlice id, ByteSlice cgroups) {
      this.id = id;
      this.cgroups = cgroups;
    }
  }

  private enum Phase {
    WAITING,
    /** Asked again by itself when its pause is over. */
    PAUSING,
    /** Asked again only when its pause is over and somebody wants it. */
    LEFT_ALONE
  }

  private record Answer(Asked asked, @Nullable String json) {}

  private final ContainerRuntime runtime;
  private final LookupOptions options;
  private final Executor executor;
  private final Map<ByteSlice, Asked> asked = new LinkedHashMap<>();
  private final PriorityQueue<Asked> pausing =
      new PriorityQueue<>(Comparator.comparingLong((Asked question) -> question.notBefore));
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private boolean closed;
  private long now;
  private int waiting;
  private long requested;
  private long answered;
  private long failed;
  private long late;
  private long dropped;

  /**
   * @param executor runs the runtime's calls; must take {@link LookupOptions#queue} of them
   */
  public ContainerLookup(ContainerRuntime runtime, LookupOptions options, Executor executor) {
    this.runtime = runtime;
    this.options = options;
    this.executor = executor;
  }

  /** Asks on a thread of its own, which {@link #close} ends. */
  public static ContainerLookup start(ContainerRuntime runtime) {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "container-lookup");
              made.setDaemon(true);
              return made;
            });
    return new ContainerLookup(runtime, LookupOptions.STANDARD, thread);
  }

  /**
   * Wants the description of a container. Does nothing when it was asked about already and is
   * waiting, failed a short while ago, or has been answered within the longest pause: who wants it
   * later than that could not use the answer.
   *
   * @param id kept; its bytes must not change
   * @param cgroups likewise
   */
  public void request(ByteSlice id, ByteSlice cgroups) {
    Asked known = asked.get(id);
    if (known != null) {
      if (known.phase == Phase.LEFT_ALONE && known.notBefore <= now && mayAsk()) {
        known.failures = 0;
        ask(known);
      }
    } else if (mayAsk()) {
      forgetOldest();
      Asked first = new Asked(id, cgroups);
      asked.put(id, first);
      ask(first);
    }
  }

  private boolean mayAsk() {
    if (waiting < options.queue() && !closed) {
      return true;
    }
    dropped++;
    return false;
  }

  private void forgetOldest() {
    Iterator<Asked> oldest = asked.values().iterator();
    while (asked.size() >= options.remembered() && oldest.hasNext()) {
      Asked old = oldest.next();
      if (old.phase != Phase.WAITING) {
        oldest.remove();
        pausing.remove(old);
      }
    }
  }

  private void ask(Asked question) {
    requested++;
    waiting++;
    question.phase = Phase.WAITING;
    executor.execute(() -> describe(question));
  }

  /** On the executor's thread. */
  private void describe(Asked question) {
    String json = null;
    try {
      json = runtime.describe(question.id, question.cgroups);
    } catch (IOException | RuntimeException e) {
      // a client that fails must not end the thread that asks; the failure is counted
    } finally {
      // behind an Error too: the question would wait for ever
      answers.add(new Answer(question, json));
    }
  }

  /**
   * The next description that has come, as a container event carries it; null when none has.
   *
   * @param time of the event before which it is asked for, nanoseconds
   */
  public @Nullable String next(long time) {
    now = time;
    askAgain();
    for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
      waiting--;
      Asked question = answer.asked();
      if (asked.get(question.id) != question) {
        late++;
      } else if (answer.json() == null) {
        failed(question);
      } else {
        answered++;
        leaveAlone(question);
        return answer.json();
      }
    }
    return null;
  }

  private void failed(Asked question) {
    failed++;
    question.failures++;
    if (question.failures >= options.attempts()) {
      leaveAlone(question);
    } else {
      question.phase = Phase.PAUSING;
      question.notBefore = now + options.pauseNanos(question.failures);
      pausing.add(question);
    }
  }

  private void leaveAlone(Asked question) {
    question.phase = Phase.LEFT_ALONE;
    question.notBefore = now + options.longestPause().toNanos();
  }

  private void askAgain() {
    Asked first = pausing.peek();
    while (first != null && first.notBefore <= now && waiting < options.queue() && !closed) {
      ask(pausing.remove());
      first = pausing.peek();
    }
  }

  /** Forgets a container that is gone: one of the same id is asked about anew. */
  public void forget(ByteSlice id) {
    Asked gone = asked.remove(id);
    if (gone != null) {
      pausing.remove(gone);
    }
  }

  public LookupCounters counters() {
    return new LookupCounters(requested, answered, failed, late, dropped, waiting);
  }

  /** Ends the thread that asks; what waits is not answered, and nothing is asked any more. */
  @Override
  public void close() {
    closed = true;
    if (executor instanceof ExecutorService service) {
      service.shutdownNow();
    }
  }
}
