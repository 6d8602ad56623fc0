package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.util.Objects;

/**
 * Gives events of version 1 blocks the header of today: they lack the number of parameters, which
 * is found by trial, from the number in the event table down to none, until the lengths add up to
 * the event. Source: {@code next_event_from_file} in {@code engine/savefile/scap_savefile.c} of
 * falcosecurity/libs.
 *
 * <pre>
 *   version 1   ts u64 | tid u64 | len u32 | type u16             | lengths u16 | values
 *   today       ts u64 | tid u64 | len u32 | type u16 | count u32 | lengths u16 | values
 * </pre>
 */
final class LegacyEvent {
  /** Length of the header of version 1. */
  static final int HEADER_LENGTH = EventHeader.LENGTH - 4;

  /** Found no number of parameters that explains the event's length. */
  static final int DAMAGED = -1;

  private static final EventTable EVENTS = EventTable.standard();

  /** These two were recorded with a length that is three too large. */
  private static final int NOTIFICATION = EVENTS.byId("NOTIFICATION_E").code();

  private static final int INFRASTRUCTURE = EVENTS.byId("INFRASTRUCTURE_EVENT_E").code();

  private final byte[] buffer = new byte[BlockReader.MAX_PLAIN_LENGTH + EventHeader.LENGTH];

  /** Holds the event in its new form, from index 0 on. */
  byte[] buffer() {
    return buffer;
  }

  /**
   * Brings an event into today's form.
   *
   * @param source holds the event, whose type is in the event table
   * @param available bytes of the block from the event on, at most 64 KiB
   * @return length of the event in {@link #buffer}, or {@link #DAMAGED}
   */
  int widen(byte[] source, int at, int available) {
    int type = EventHeader.type(source, at);
    int recorded = EventHeader.eventLength(source, at);
    int length = type == NOTIFICATION || type == INFRASTRUCTURE ? recorded - 3 : recorded;
    if (length < HEADER_LENGTH || length > available) {
      return DAMAGED;
    }
    int widened = length + 4;
    System.arraycopy(source, at, buffer, 0, HEADER_LENGTH);
    System.arraycopy(
        source, at + HEADER_LENGTH, buffer, EventHeader.LENGTH, length - HEADER_LENGTH);
    int count = countParams(Objects.requireNonNull(EVENTS.byCode(type)), widened);
    if (count < 0) {
      return DAMAGED;
    }
    LittleEndian.put32(buffer, 16, widened);
    LittleEndian.put32(buffer, 22, count);
    return widened;
  }

  private int countParams(EventType type, int length) {
    if (type.lengthSize() != 2) {
      // types with wide lengths are younger than version 2
      return DAMAGED;
    }
    for (int count = type.params().size(); count >= 0; count--) {
      int end = EventHeader.LENGTH + 2 * count;
      if (end > length) {
        continue;
      }
      for (int i = 0; i < count; i++) {
        end += LittleEndian.u16(buffer, EventHeader.LENGTH + 2 * i);
      }
      if (end == length) {
        return count;
      }
      if (end < length) {
        return DAMAGED;
      }
    }
    return DAMAGED;
  }
}
