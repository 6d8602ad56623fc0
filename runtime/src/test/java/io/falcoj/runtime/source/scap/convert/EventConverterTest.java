package io.falcoj.runtime.source.scap.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventConverterTest {
  private static final long TID = 25;

  private final EventConverter converter = new EventConverter();
  private final EventEncoder encoder = new EventEncoder();

  private EventEncoder event(String id) {
    return event(id, TID);
  }

  private EventEncoder event(String id, long tid) {
    return encoder.begin(EventTable.standard().byId(id), 12, tid);
  }

  private RawEvent convert() throws ConversionException {
    RawEvent raw = encoder.toRaw(new RawEvent());
    assertThat(converter.convert(raw)).isTrue();
    return raw;
  }

  private void drop() throws ConversionException {
    assertThat(converter.convert(encoder.toRaw(new RawEvent()))).isFalse();
  }

  private static byte[] bytes(RawEvent raw) {
    return Arrays.copyOfRange(raw.buffer(), raw.offset(), raw.offset() + raw.length());
  }

  @Test
  void currentEventsAreLeftWhereTheyAre() throws ConversionException {
    event("SYSCALL_CLOSE_X").number(0).number(3);

    assertThat(convert().buffer()).isSameAs(encoder.buffer());
  }

  @Test
  void enterEventsServeTheirOwnThreadAndOnlyOnce() throws ConversionException {
    event("SYSCALL_CLOSE_E", 1).number(31);
    drop();
    event("SYSCALL_CLOSE_E", 2).number(32);
    drop();

    event("SYSCALL_CLOSE_X", 1).number(0);
    byte[] first = bytes(convert());
    event("SYSCALL_CLOSE_X", 1).number(0);
    byte[] second = bytes(convert());

    assertThat(first).isEqualTo(event("SYSCALL_CLOSE_X", 1).number(0).number(31).toBytes());
    assertThat(second).isEqualTo(event("SYSCALL_CLOSE_X", 1).number(0).number(0).toBytes());
  }

  @Test
  void enterEventOfAnotherCallIsNotUsed() throws ConversionException {
    event("SYSCALL_CLOSE_E").number(31);
    drop();

    event("SYSCALL_UNLINK_X").number(0);
    byte[] unlink = bytes(convert());

    assertThat(unlink).isEqualTo(event("SYSCALL_UNLINK_2_X").number(0).absent().toBytes());
  }

  @Test
  void theOldestFormOfExecveTakesAllSteps() throws ConversionException {
    event("SYSCALL_EXECVE_8_X").number(0).text("sh").absent();
    encoder.number(TID).number(TID).number(1).text("/").number(1024);

    RawEvent raw = convert();

    EventType type = EventTable.standard().byId("SYSCALL_EXECVE_19_X");
    assertThat(EventHeader.type(raw.buffer(), raw.offset())).isEqualTo(type.code());
    assertThat(EventHeader.paramCount(raw.buffer(), raw.offset())).isEqualTo(type.params().size());
  }

  @Test
  void theFirstContainerEventBecomesADocument() throws ConversionException {
    event("CONTAINER_E").text("3ad7").number(0).text("a\"b").text("nginx");

    byte[] converted = bytes(convert());

    event("CONTAINER_JSON_2_E")
        .text("{\"id\":\"3ad7\",\"type\":0,\"name\":\"a\\\"b\",\"image\":\"nginx\"}");
    assertThat(converted).isEqualTo(encoder.toBytes());
  }

  @Test
  void formsThatWereNeverRecordedAreErrors() {
    event("SYSCALL_UNLINK_X");

    assertThatThrownBy(this::convert)
        .isInstanceOf(ConversionException.class)
        .hasMessage("event SYSCALL_UNLINK_X with 0 parameters, a form that was never recorded");
  }

  @Test
  void everyRowEndsInACurrentEvent() throws ConversionException {
    for (EventType type : EventTable.standard().all()) {
      for (int count = 0; count <= type.params().size(); count++) {
        if (ConversionTable.standard().row(type.code(), count) != null) {
          encoder.begin(type, 12, TID);
          for (int i = 0; i < count; i++) {
            encoder.absent();
          }
          RawEvent raw = encoder.toRaw(new RawEvent());
          if (converter.convert(raw)) {
            int code = EventHeader.type(raw.buffer(), raw.offset());
            EventType result = EventTable.standard().byCode(code);
            assertThat(result).isNotNull();
            assertThat(result.has(EventType.Flag.OLD_VERSION) && !result.enter())
                .as("%s with %d", type.id(), count)
                .isFalse();
            assertThat(EventHeader.paramCount(raw.buffer(), raw.offset()))
                .isEqualTo(result.params().size());
          }
        }
      }
    }
  }
}
