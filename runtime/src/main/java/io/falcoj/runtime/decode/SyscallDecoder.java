package io.falcoj.runtime.decode;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parameters of a system call event. Nothing outside the event is ever read, whatever its
 * lengths claim.
 */
public final class SyscallDecoder {
  /** The rows of the event table by code, which decoders share. */
  private static final class Rows {
    static final Rows STANDARD = new Rows();

    final @Nullable EventType[] types;
    final byte[] lengthSizes;

    Rows() {
      EventTable table = EventTable.standard();
      types = new EventType[table.size()];
      lengthSizes = new byte[table.size()];
      for (EventType type : table.all()) {
        types[type.code()] = type;
        lengthSizes[type.code()] = (byte) type.lengthSize();
      }
    }
  }

  private final @Nullable EventType[] types = Rows.STANDARD.types;
  private final byte[] lengthSizes = Rows.STANDARD.lengthSizes;
  private long malformed;

  /**
   * Points {@code event} at the raw event.
   *
   * @param num number of the event within its source
   * @return false for an event of an unknown type, or whose lengths do not fit into it; it is
   *     counted
   */
  public boolean decode(RawEvent raw, Event event, long num) {
    EventType type = typeOf(raw);
    if (type == null || !raw.findParams(lengthSizes[type.code()])) {
      malformed++;
      return false;
    }
    event.begin(raw, type, num);
    return true;
  }

  /** Events that could not be decoded so far. */
  public long malformed() {
    return malformed;
  }

  private @Nullable EventType typeOf(RawEvent raw) {
    if (raw.length() < EventHeader.LENGTH) {
      return null;
    }
    int code = EventHeader.type(raw.buffer(), raw.offset());
    return code < types.length ? types[code] : null;
  }
}
