package io.falcoj.agent.webhook;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that wait for the thread that judges, bounded by number; and the memory that all bodies
 * together may take, those that arrive and those that wait.
 */
final class Inbox {
  /** What became of an offer. */
  enum Result {
    TAKEN,
    FULL,
    CLOSED
  }

  private final Queue<Posted> waiting = new ArrayDeque<>();
  private final int most;
  private final AtomicLong free;
  private final Runnable wake;
  private boolean closed;

  /**
   * @param most bodies that wait
   * @param wake told when a body is there
   */
  Inbox(int most, long bytes, Runnable wake) {
    this.most = most;
    this.free = new AtomicLong(bytes);
    this.wake = wake;
  }

  /** Takes memory; false, and nothing taken, when there is not as much. */
  boolean reserve(long bytes) {
    long before = free.get();
    while (before >= bytes) {
      if (free.compareAndSet(before, before - bytes)) {
        return true;
      }
      before = free.get();
    }
    return false;
  }

  void release(long bytes) {
    free.addAndGet(bytes);
  }

  /** True when another body could be taken now. */
  boolean hasRoomFor(long bytes) {
    return free.get() >= bytes && !isFull();
  }

  Result offer(Posted posted) {
    synchronized (this) {
      if (closed) {
        return Result.CLOSED;
      }
      if (waiting.size() >= most) {
        return Result.FULL;
      }
      waiting.add(posted);
    }
    wake.run();
    return Result.TAKEN;
  }

  synchronized @Nullable Posted take() {
    return waiting.poll();
  }

  private synchronized boolean isFull() {
    return waiting.size() >= most;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Takes nothing more. */
  synchronized void close() {
    closed = true;
  }
}
