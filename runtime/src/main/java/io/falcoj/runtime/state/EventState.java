package io.falcoj.runtime.state;

import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** What state knows about the current event: who made it and on which descriptor. */
public final class EventState {
  /** The calling thread, or null where the event has none or it is unknown. */
  public @Nullable ThreadInfo thread;

  /**
   * The descriptor that the event uses, creates or closes; null where there is none or it is
   * unknown. Only events with {@link #usesFd} have one.
   */
  public @Nullable FdInfo fd;

  /** Number of that descriptor, -1 for none; meaningful when {@link #usesFd}. */
  public long fdNumber = -1;

  /**
   * True when the event's type is about a descriptor and the thread is known: then {@code fd.*} can
   * be asked, whether the descriptor is known or not.
   */
  public boolean usesFd;

  /** True when this event changed the descriptor's name (connect, sendto). */
  public boolean fdNameChanged;

  /** The container that a container event tells of; else null. */
  public @Nullable ContainerInfo container;

  /** Name of the descriptor when the event came, for {@link #fdNameChanged}. */
  public ByteSlice oldFdName = ByteSlice.EMPTY;

  /** Forgets the previous event. */
  public void reset() {
    thread = null;
    fd = null;
    fdNumber = -1;
    usesFd = false;
    fdNameChanged = false;
    container = null;
    oldFdName = ByteSlice.EMPTY;
  }
}
