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

  @Override
  void close();
}
