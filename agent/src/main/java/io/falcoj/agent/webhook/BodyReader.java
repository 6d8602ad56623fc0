package io.falcoj.agent.webhook;

import io.falcoj.agent.config.AuditConfig;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Reads a request's body as it arrives, without a thread waiting for it, and queues it. */
final class BodyReader implements Runnable {
  private enum State {
    READING,
    COMPLETE,
    GIVEN_UP
  }

  /** What arrives gives a request more time: a second for each of these. */
  private static final long BYTES_PER_SECOND = 64 * 1024;

  private final Exchange exchange;
  private final Inbox inbox;
  private final AuditConfig.Limits limits;
  private final Body body;
  private final boolean gzip;
  private final long begun = System.nanoTime();
  private State state = State.READING;
  private volatile long received;
  private volatile Scheduler.@Nullable Task timer;

  BodyReader(Exchange exchange, Inbox inbox, AuditConfig.Limits limits, boolean gzip) {
    this.exchange = exchange;
    this.inbox = inbox;
    this.limits = limits;
    this.body = new Body(inbox);
    this.gzip = gzip;
  }

  void start() {
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
      Answer refusal = take(chunk);
      chunk.release();
      if (refusal != null) {
        refuse(refusal);
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

  private synchronized @Nullable Answer take(Content.Chunk chunk) {
    if (state != State.READING) {
      return null;
    }
    received = body.size() + chunk.remaining();
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
    Answer refusal = null;
    try {
      if (posted.unpackedSize(limits.bodyBytes()) > limits.bodyBytes()) {
        refusal = tooLarge(limits);
      }
    } catch (IOException e) {
      refusal =
          Answer.refused(Answer.BAD_REQUEST, "the body cannot be unpacked: " + e.getMessage());
    }
    if (refusal == null) {
      refusal =
          switch (inbox.offer(posted)) {
            case TAKEN -> null;
            case FULL -> full();
            case CLOSED -> AuditEndpoint.closing();
          };
    }
    if (refusal != null) {
      body.release();
      exchange.answer(refusal);
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
    long allowed = limits.readTimeoutSeconds() + received / BYTES_PER_SECOND;
    long left = TimeUnit.SECONDS.toNanos(allowed) - (System.nanoTime() - begun);
    if (left > 0) {
      arm(left);
    } else {
      refuse(
          Answer.refused(Answer.TIMEOUT, "the body did not arrive within " + allowed + " seconds"));
    }
  }
}
