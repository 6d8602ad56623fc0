package io.falcoj.agent.webhook;

import io.falcoj.agent.config.AuditConfig;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body as it arrives, without a thread waiting for it, and queues it. What is
 * refused is read on for a while: a connection that is closed on a client that still sends may lose
 * it the answer.
 */
final class BodyReader implements Runnable {
  private enum State {
    READING,
    COMPLETE,
    GIVEN_UP
  }

  /** What arrives gives a request more time: a second for each of these. */
  private static final long BYTES_PER_SECOND = 64 * 1024;

  /** Bytes of a refused body that are read and thrown away. */
  private static final long MAX_DISCARDED = 256 * 1024;

  private final Exchange exchange;
  private final Inbox inbox;
  private final AuditConfig.Limits limits;
  private final Body body;
  private final boolean gzip;
  private final long begun = System.nanoTime();
  private State state = State.READING;
  private @Nullable Answer refusal;
  private long received;
  private long discarded;
  private volatile Scheduler.@Nullable Task timer;

  BodyReader(Exchange exchange, Inbox inbox, AuditConfig.Limits limits, boolean gzip) {
    this.exchange = exchange;
    this.inbox = inbox;
    this.limits = limits;
    this.body = new Body(inbox);
    this.gzip = gzip;
  }

  /**
   * Begins.
   *
   * @param decided why the body is refused, whatever is in it, or null
   */
  void start(@Nullable Answer decided) {
    refusal = decided;
    exchange.whenClosing(() -> refuse(AuditEndpoint.closing()));
    arm(TimeUnit.SECONDS.toNanos(limits.readTimeoutSeconds()));
    run();
  }

  @Override
  public void run() {
    Request request = exchange.request();
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        fail(chunk.getFailure());
        return;
      }
      boolean last = chunk.isLast();
      Answer due = take(chunk, last);
      chunk.release();
      if (due != null) {
        refuse(due);
        return;
      }
      if (last) {
        if (complete()) {
          queue();
        }
        return;
      }
    }
  }

  /** Keeps the bytes or throws them away; returns the answer when it is due. */
  private synchronized @Nullable Answer take(Content.Chunk chunk, boolean last) {
    if (state != State.READING) {
      return null;
    }
    received += chunk.remaining();
    if (refusal == null) {
      refusal = keep(chunk);
    }
    Answer answer = refusal;
    if (answer == null) {
      return null;
    }
    body.release();
    discarded += chunk.remaining();
    boolean enough = discarded > MAX_DISCARDED;
    return last ? answer : enough ? answer.closing() : null;
  }

  private @Nullable Answer keep(Content.Chunk chunk) {
    if (received > limits.bodyBytes()) {
      return tooLarge(limits);
    }
    return body.append(chunk.getByteBuffer()) ? null : full();
  }

  /** The body is whole; false when it is given up already. */
  private synchronized boolean complete() {
    if (state != State.READING) {
      return false;
    }
    state = State.COMPLETE;
    stopTimer();
    return true;
  }

  /** Forgets the body; false when that was done already, or it is whole. */
  private synchronized boolean giveUp() {
    if (state != State.READING) {
      return false;
    }
    state = State.GIVEN_UP;
    stopTimer();
    body.release();
    return true;
  }

  private void refuse(Answer refusal) {
    if (giveUp()) {
      exchange.answer(refusal);
    }
  }

  private void fail(Throwable cause) {
    if (cause instanceof TimeoutException) {
      refuse(Answer.refused(Answer.TIMEOUT, "the body stopped arriving"));
    } else if (giveUp()) {
      exchange.breakOff(cause);
    }
  }

  static Answer tooLarge(AuditConfig.Limits limits) {
    return Answer.refused(
        Answer.TOO_LARGE, "the body is larger than " + limits.bodyBytes() + " bytes");
  }

  static Answer full() {
    return Answer.tryAgain(Answer.TOO_MANY, "too many bodies wait to be judged");
  }

  private void queue() {
    Posted posted = new Posted(exchange, body, gzip);
    Answer unfit = unfit(posted);
    if (unfit == null) {
      unfit =
          switch (inbox.offer(posted)) {
            case TAKEN -> null;
            case FULL -> full();
            case CLOSED -> AuditEndpoint.closing();
          };
    }
    if (unfit != null) {
      body.release();
      exchange.answer(unfit);
    }
  }

  private @Nullable Answer unfit(Posted posted) {
    try {
      return posted.unpackedSize(limits.bodyBytes()) > limits.bodyBytes() ? tooLarge(limits) : null;
    } catch (IOException e) {
      return Answer.refused(Answer.BAD_REQUEST, "the body cannot be unpacked: " + e.getMessage());
    }
  }

  private void arm(long nanos) {
    timer =
        exchange
            .request()
            .getComponents()
            .getScheduler()
            .schedule(this::checkTime, nanos, TimeUnit.NANOSECONDS);
  }

  private void stopTimer() {
    Scheduler.Task task = timer;
    if (task != null) {
      task.cancel();
    }
  }

  private void checkTime() {
    long allowed;
    Answer answer;
    synchronized (this) {
      allowed = limits.readTimeoutSeconds() + received / BYTES_PER_SECOND;
      answer = refusal;
    }
    long left = TimeUnit.SECONDS.toNanos(allowed) - (System.nanoTime() - begun);
    if (left > 0) {
      arm(left);
      return;
    }
    if (answer == null) {
      answer =
          Answer.refused(Answer.TIMEOUT, "the body did not arrive within " + allowed + " seconds");
    }
    refuse(answer.closing());
  }
}
