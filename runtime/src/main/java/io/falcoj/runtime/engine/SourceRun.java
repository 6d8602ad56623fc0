package io.falcoj.runtime.engine;

import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import java.util.concurrent.TimeUnit;

/** One source while an engine judges its events. */
final class SourceRun {
  private final EventSource source;
  private final Lane lane;
  private final boolean live;
  private final long limitNanos;
  private final long begun = System.nanoTime();
  private final Runnable flush;
  private boolean stopping;

  /**
   * @param maxSeconds by the wall clock, 0 for no limit
   * @param flush writes the alerts made so far
   */
  SourceRun(EventSource source, Lane lane, long maxSeconds, Runnable flush) {
    this.source = source;
    this.lane = lane;
    this.live = source.info().live();
    this.limitNanos = TimeUnit.SECONDS.toNanos(maxSeconds);
    this.flush = flush;
  }

  boolean isLive() {
    return live;
  }

  /** Delivers what is ready; {@link EventSource#END} when the source is done with. */
  int poll(boolean stopped) throws SourceException {
    if (!live && (stopped || lane.expired())) {
      return EventSource.END;
    }
    if (live && !stopping && (stopped || expired())) {
      stopping = true;
      source.stop();
    }
    int delivered = source.poll(lane);
    if (live && delivered > 0) {
      flush.run();
      source.settled();
    }
    return delivered;
  }

  private boolean expired() {
    return limitNanos > 0 && System.nanoTime() - begun >= limitNanos;
  }
}
