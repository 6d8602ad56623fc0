package io.falcoj.runtime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of event, damaged in each parameter, in every way that a length can lie. */
class MangledEventsTest {
  private static final long[] LENGTHS = {0, 1, 2, 3, 5, 7, 8, 9, 0x7FFF_FFFFL, 0xFFFF_FFFFL};
  private static final byte[] FILLERS = {0, -1, '/', '\t'};

  static List<EventType> types() {
    return EventTable.standard().all();
  }

  @Test
  void theFieldsAreAllThere() {
    assertThat(AllFields.instance().size()).isGreaterThan(350);
  }

  @ParameterizedTest
  @MethodSource("types")
  void noValueShowsWhatIsAroundTheEvent(EventType type) {
    byte[] sound = Sample.of(type, 6);
    List<byte[]> damaged = new ArrayList<>(List.of(sound));
    for (int size = 0; size < sound.length; size += 1 + size / 8) {
      damaged.add(Arrays.copyOf(sound, size));
    }
    for (long count : new long[] {0, 1, type.params().size() + 1, 65, 0xFFFF_FFFFL}) {
      byte[] copy = sound.clone();
      LittleEndian.put32(copy, 22, (int) count);
      damaged.add(copy);
    }
    int value = EventHeader.LENGTH + type.params().size() * type.lengthSize();
    for (int i = 0; i < type.params().size(); i++) {
      int length = length(sound, type, i);
      for (long claimed : LENGTHS) {
        damaged.add(claiming(sound, type, i, claimed));
        if (claimed < length) {
          damaged.add(cut(sound, type, i, value, length, (int) claimed));
        }
      }
      for (byte filler : FILLERS) {
        byte[] copy = sound.clone();
        Arrays.fill(copy, value, value + length, filler);
        damaged.add(copy);
      }
      value += length;
    }
    Surroundings.assertInvisible(damaged);
  }

  private static int length(byte[] event, EventType type, int param) {
    int at = EventHeader.LENGTH + param * type.lengthSize();
    return type.lengthSize() == 2 ? LittleEndian.u16(event, at) : LittleEndian.i32(event, at);
  }

  /** Only the length is another. */
  private static byte[] claiming(byte[] event, EventType type, int param, long length) {
    byte[] copy = event.clone();
    int at = EventHeader.LENGTH + param * type.lengthSize();
    if (type.lengthSize() == 2) {
      LittleEndian.put16(copy, at, (int) length);
    } else {
      LittleEndian.put32(copy, at, (int) length);
    }
    return copy;
  }

  /** The value is shorter, and its length says so. */
  private static byte[] cut(
      byte[] event, EventType type, int param, int at, int length, int newLength) {
    byte[] claiming = claiming(event, type, param, newLength);
    byte[] copy = new byte[event.length - length + newLength];
    System.arraycopy(claiming, 0, copy, 0, at + newLength);
    System.arraycopy(claiming, at + length, copy, at + newLength, event.length - at - length);
    LittleEndian.put32(copy, 16, copy.length);
    return copy;
  }
}
