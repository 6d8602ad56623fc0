package io.falcoj.agent.webhook;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Requests that have not got the whole of their answer, so that closing can wait for it. */
final class InFlight {
  private final Set<Exchange> open = ConcurrentHashMap.newKeySet();

  void add(Exchange exchange) {
    open.add(exchange);
  }

  void remove(Exchange exchange) {
    open.remove(exchange);
    if (open.isEmpty()) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Refuses what is still arriving, and waits a while until everything is answered. */
  void close(long millis) throws InterruptedException {
    open.forEach(Exchange::close);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (this) {
      long left = millis;
      while (!open.isEmpty() && left > 0) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    }
  }
}
