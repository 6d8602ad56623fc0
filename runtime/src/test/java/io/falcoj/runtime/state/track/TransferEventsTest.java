package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.state.FdInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call that moves data tells of its socket what it knows. */
class TransferEventsTest extends TrackedTree {
  private static final long FD = 3;
  private static final int INET = 2;
  private static final int DATAGRAM = 2;
  private static final int STREAM = 1;
  private static final byte[] LOCAL = {10, 0, 0, 1};
  private static final byte[] REMOTE = {10, 0, 0, 2};

  private void socket(int type) {
    numbers("SOCKET_SOCKET_X", 200, FD, INET, type, 0, 0);
  }

  /** The parameters by their names in the event table; others are 0. */
  private void call(String id, long result, byte[] source, byte[] destination) {
    EventEncoder e = begin(id, 200);
    e.number(result);
    while (e.paramCount() < EventTable.standard().byId(id).params().size()) {
      switch (e.next().name()) {
        case "fd" -> e.number(FD);
        case "data" -> e.text("abc");
        case "tuple" -> e.tuple(source, 4000, destination, 53);
        case "msgcontrol" -> e.absent();
        default -> e.number(4);
      }
    }
    send();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SOCKET_SEND_X", "SOCKET_SENDTO_X", "SOCKET_SENDMSG_X", "SOCKET_SENDMMSG_X"})
  void whatIsSentTellsBothEnds(String id) {
    socket(DATAGRAM);
    call(id, 4, LOCAL, REMOTE);
    assertThat(fd(200, FD).name).hasToString("10.0.0.1:4000->10.0.0.2:53");
    assertThat(fd(200, FD).client).isTrue();
    assertThat(state.fdNameChanged).isTrue();
    call(id, 4, LOCAL, new byte[] {10, 0, 0, 3});
    assertThat(fd(200, FD).name).as("the next one").hasToString("10.0.0.1:4000->10.0.0.3:53");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SOCKET_RECV_X", "SOCKET_RECVFROM_X", "SOCKET_RECVMSG_X", "SOCKET_RECVMMSG_X"})
  void whatIsReceivedTellsBothEnds(String id) {
    socket(DATAGRAM);
    call(id, 4, REMOTE, LOCAL);
    assertThat(fd(200, FD).name.toString()).contains("10.0.0.1").contains("10.0.0.2");
    assertThat(fd(200, FD).l4proto()).isEqualTo(FdInfo.L4_UDP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SOCKET_SEND_X", "SOCKET_SENDTO_X", "SOCKET_SENDMSG_X"})
  void aSocketThatWasNeverSeenIsTakenForUdp(String id) {
    call(id, 4, LOCAL, REMOTE);
    assertThat(fd(200, FD).l4proto()).isEqualTo(FdInfo.L4_UDP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SYSCALL_READ_X", "SYSCALL_READV_X", "SYSCALL_PREAD_X", "SYSCALL_PREADV_X",
        "SYSCALL_WRITE_X", "SYSCALL_WRITEV_X", "SYSCALL_PWRITE_X", "SYSCALL_PWRITEV_X",
        "SOCKET_SEND_X", "SOCKET_RECV_X", "SOCKET_SENDMSG_X", "SOCKET_RECVMSG_X"
      })
  void dataShowsThatASocketIsConnected(String id) {
    socket(STREAM);
    call(id, -11, LOCAL, REMOTE);
    assertThat(fd(200, FD).connected).as("it failed").isFalse();
    call(id, 4, LOCAL, REMOTE);
    assertThat(fd(200, FD).connected).isTrue();
  }

  @Test
  void callsOfManyMessagesWithoutParametersTellNothing() {
    socket(DATAGRAM);
    for (String id : new String[] {"SOCKET_SENDMMSG_X", "SOCKET_RECVMMSG_X"}) {
      begin(id, 200);
      send();
      assertThat(fd(200, FD).connected).isFalse();
    }
  }

  @Test
  void aFailedTransferOfAnUnknownSocketMakesNone() {
    call("SOCKET_SENDTO_X", -101, LOCAL, REMOTE);
    assertThat(thread(200).fd(FD)).isNull();
  }
}
