package io.falcoj.runtime.source;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.json.JsonPaths;

/**
 * Receives what a source delivers, in order. The snapshot entries come before the events that need
 * them; sources without a snapshot send none. Entries own their bytes: they may be kept.
 */
public interface SourceHandler {
  /** One event; its bytes are valid until this method returns. */
  void event(RawEvent event);

  /**
   * What this handler looks at in the documents of audit events, beside their ids and times: a
   * source may leave the rest unread. May change from event to event.
   */
  default JsonPaths wantedPaths() {
    return JsonPaths.NONE;
  }

  /**
   * A section begins: a capture may hold several recordings, one after the other. What earlier
   * sections told about processes, descriptors, users and addresses no longer holds.
   */
  default void section() {}

  /** The machine of this section. */
  default void machine(MachineEntry machine) {}

  /** One thread that existed when the recording began. */
  default void thread(ThreadEntry thread) {}

  /** One descriptor that was open when the recording began. */
  default void descriptor(FdEntry descriptor) {}

  /** One network address of the machine. */
  default void networkInterface(InterfaceEntry networkInterface) {}

  /** One user or group of the machine. */
  default void user(UserEntry user) {}

  /**
   * Something other than an event could not be read or looks strange; the source goes on.
   *
   * @param message one sentence for people, with line number or position where that helps
   * @param offset byte offset in the (decompressed) stream, or -1
   */
  default void warning(String message, long offset) {}

  /**
   * What stood in place of events was refused; the source goes on.
   *
   * @param count how many
   * @param message one sentence for people about the first of them
   * @param offset byte offset of the first in the (decompressed) stream, or -1
   */
  default void refused(long count, String message, long offset) {
    warning(message, offset);
  }
}
