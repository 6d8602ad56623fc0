package io.falcoj.runtime.state;

import org.jspecify.annotations.Nullable;

/** What the tracker found for the current event: who made it and on which descriptor. */
public final class EventState {
  /** The calling thread, or null where the event has none or it is unknown. */
  public @Nullable ThreadInfo thread;

  /**
   * The descriptor that the event uses, creates or closes; null where there is none or it is
   * unknown.
   */
  public @Nullable FdInfo fd;

  /** Number of that descriptor; meaningful when {@link #usesFd}. */
  public long fdNumber = -1;

  /** True when the event is about a descriptor, known or not. */
  public boolean usesFd;

  /** True when this event changed the descriptor's name (connect, sendto). */
  public boolean fdNameChanged;

  /** Forgets the previous event. */
  public void reset() {
    thread = null;
    fd = null;
    fdNumber = -1;
    usesFd = false;
    fdNameChanged = false;
  }
}
