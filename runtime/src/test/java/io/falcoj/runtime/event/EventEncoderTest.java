package io.falcoj.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventEncoderTest {
  private static final EventType CLOSE = EventTable.standard().byId("SYSCALL_CLOSE_X");
  private static final EventType OPEN = EventTable.standard().byId("SYSCALL_OPEN_X");
  private static final EventType CONNECT = EventTable.standard().byId("SOCKET_CONNECT_X");
  private static final EventType EXECVE = EventTable.standard().byId("SYSCALL_EXECVE_19_X");
  private static final EventType ASYNC = EventTable.standard().byId("ASYNCEVENT_E");

  private final EventEncoder encoder = new EventEncoder();

  @Test
  void laysOutHeaderLengthsAndValues() {
    byte[] bytes = encoder.begin(CLOSE, 0x0102, 7).number(-2).number(3).toBytes();

    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(
            "0201000000000000" // time
                + "0700000000000000" // thread
                + "2e000000" // 46 bytes
                + "0500" // type
                + "02000000" // two parameters
                + "08000800"
                + "feffffffffffffff"
                + "0300000000000000");
  }

  @Test
  void endsTextsWithNul() {
    byte[] bytes = encoder.begin(OPEN, 0, 0).number(3).text("/a").absent().toBytes();

    assertThat(EventHeader.paramCount(bytes, 0)).isEqualTo(3);
    assertThat(HexFormat.of().formatHex(bytes, 26, bytes.length))
        .isEqualTo("080003000000" + "0300000000000000" + "2f6100");
  }

  @Test
  void joinsTextsOfAList() {
    byte[] bytes =
        encoder.begin(EXECVE, 0, 0).number(0).text("x").texts(List.of("-c", "id")).toBytes();

    assertThat(HexFormat.of().formatHex(bytes, 26 + 6 + 8, bytes.length))
        .isEqualTo("7800" + "2d6300696400");
  }

  @Test
  void writesAddressesInNetworkOrderAndPortsInHostOrder() {
    byte[] v4 = {10, 0, 0, 1};
    byte[] bytes =
        encoder
            .begin(CONNECT, 0, 0)
            .number(0)
            .tuple(v4, 40000, new byte[] {127, 0, 0, 1}, 80)
            .number(4)
            .address(v4, 443)
            .toBytes();

    assertThat(HexFormat.of().formatHex(bytes, 26 + 8 + 8, bytes.length))
        .isEqualTo("020a000001409c7f0000015000" + "0400000000000000" + "020a000001bb01");
  }

  @Test
  void writesWideLengthsForLargePayloads() {
    byte[] bytes = encoder.begin(ASYNC, 0, -1).number(0).text("container").toBytes();

    assertThat(HexFormat.of().formatHex(bytes, 26, 34)).isEqualTo("040000000a000000");
  }

  @Test
  void refusesMoreParametersThanTheTypeHas() {
    encoder.begin(CLOSE, 0, 0).number(0).number(3);

    assertThatThrownBy(() -> encoder.number(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesANumberForAText() {
    encoder.begin(OPEN, 0, 0).number(3);

    assertThatThrownBy(() -> encoder.number(1)).isInstanceOf(IllegalArgumentException.class);
  }
}
