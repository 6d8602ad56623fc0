package io.falcoj.testkit.shrink.recording;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.testkit.shrink.recording.ScapRecording.ScapEvent;
import java.util.Arrays;

/** Replaces texts in the parameters of system call events; their lengths may change. */
final class EventTexts {
  private static final int AF_UNIX = 1;

  /** Family, and the kernel's addresses of both ends. */
  private static final int UNIX_TUPLE_HEAD = 17;

  private final TextMapping texts;
  private final EventEncoder encoder = new EventEncoder();

  EventTexts(TextMapping texts) {
    this.texts = texts;
  }

  ScapEvent map(ScapEvent event) {
    byte[] bytes = event.bytes();
    EventType type = EventTable.standard().all().get(EventHeader.type(bytes, 0));
    int count = EventHeader.paramCount(bytes, 0);
    int lengthSize = type.lengthSize();
    int value = EventHeader.LENGTH + count * lengthSize;
    encoder.begin(type, EventHeader.timestamp(bytes, 0), EventHeader.tid(bytes, 0));
    for (int i = 0; i < count; i++) {
      int at = EventHeader.LENGTH + i * lengthSize;
      int length = lengthSize == 2 ? LittleEndian.u16(bytes, at) : LittleEndian.i32(bytes, at);
      param(type.params().get(i).type(), bytes, value, length);
      value += length;
    }
    return new ScapEvent(encoder.toBytes(), event.cpu(), event.stateOnly());
  }

  private void param(FieldType type, byte[] bytes, int at, int length) {
    int head = length == 0 ? -1 : headLength(type, bytes[at]);
    if (head < 0 || head > length) {
      encoder.bytes(bytes, at, length);
      return;
    }
    ByteSlice mapped = texts.apply(ByteSlice.of(bytes, at + head, length - head));
    byte[] whole = Arrays.copyOf(Arrays.copyOfRange(bytes, at, at + head), head + mapped.length());
    System.arraycopy(mapped.array(), mapped.offset(), whole, head, mapped.length());
    encoder.bytes(whole);
  }

  /** How many bytes stand before a parameter's text; -1 for one that is no text. */
  private static int headLength(FieldType type, byte first) {
    return switch (type) {
      case CHARBUF, FSPATH, FSRELPATH, BYTEBUF, CHARBUFARRAY, CHARBUF_PAIR_ARRAY -> 0;
      case SOCKADDR -> first == AF_UNIX ? 1 : -1;
      case SOCKTUPLE -> first == AF_UNIX ? UNIX_TUPLE_HEAD : -1;
      default -> -1;
    };
  }
}
