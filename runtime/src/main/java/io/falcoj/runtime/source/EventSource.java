package io.falcoj.runtime.source;

/**
 * A stream of events: a capture, an audit log, the live probe. Used by one thread.
 *
 * <p>The protocol is Agrona's agent style: {@link #poll} does a bounded amount of work and says how
 * much it did.
 */
public interface EventSource extends AutoCloseable {
  /** Returned by {@link #poll} when no event will come any more. */
  int END = -1;

  SourceInfo info();

  /**
   * Delivers what is ready, at most a few hundred items.
   *
   * @return number of items delivered, 0 when nothing is ready yet, {@link #END} at the end
   * @throws SourceException when the source is damaged or lost; everything before it was delivered
   */
  int poll(SourceHandler handler) throws SourceException;

  /**
   * Tells that every event delivered so far was judged and its alerts are written. Called behind a
   * {@link #poll} of a live source that delivered something.
   *
   * @throws SourceException when the source is lost
   */
  default void settled() throws SourceException {}

  /**
   * Asks a live source to take in nothing more: it delivers what it has taken and ends. Called by
   * the thread that polls.
   */
  default void stop() {}

  /** What a live source knows of the threads of its machine. */
  default ThreadPresence threads() {
    return ThreadPresence.UNKNOWN;
  }

  @Override
  void close();
}
