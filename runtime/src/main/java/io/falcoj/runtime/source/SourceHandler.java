package io.falcoj.runtime.source;

import io.falcoj.runtime.event.RawEvent;

/**
 * Receives what a source delivers, in order. The snapshot entries come before the events that need
 * them; sources without a snapshot send none.
 */
public interface SourceHandler {
  /** One event; its bytes are valid until this method returns. */
  void event(RawEvent event);

  /** A machine description; starts a new section of a capture. */
  default void machine(MachineEntry machine) {}

  /** One thread that existed when the recording began. */
  default void thread(ThreadEntry thread) {}

  /** One descriptor that was open when the recording began. */
  default void descriptor(FdEntry descriptor) {}

  /** One user or group of the machine. */
  default void user(UserEntry user) {}
}
