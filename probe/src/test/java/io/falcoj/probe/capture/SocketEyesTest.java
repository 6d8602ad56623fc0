package io.falcoj.probe.capture;

import static io.falcoj.probe.capture.LiveRun.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every field of what the probe tells of calls on sockets. */
class SocketEyesTest {
  private static final int LOOPBACK = 0x0100007F;

  @TempDir private static Path dir;

  private static List<Seen> events;

  @BeforeAll
  static void run() throws Exception {
    ThisKernel.isNeeded();
    events = LiveRun.ofScript("sockets.pl", dir);
  }

  @Test
  void aServerIsBoundAndListens() {
    Seen socket = one(events, "socket", e -> e.number("proto") == 6);
    assertThat(socket.number("domain")).isEqualTo(2);
    assertThat(socket.number("type")).isEqualTo(1 | 0x80000);
    assertThat(socket.number("flags")).isEqualTo(4096);
    Seen option = one(events, "setsockopt", e -> true);
    assertThat(option.number("level")).isEqualTo(1);
    assertThat(option.number("optname")).isEqualTo(2);
    assertThat(option.bytes("val")).containsExactly(2, 1, 0, 0, 0);
    Seen bind = one(events, "bind", e -> e.number("fd") == socket.res());
    assertThat(bind.bytes("addr")).containsExactly(2, 127, 0, 0, 1, 0, 0);
    Seen listen = one(events, "listen", e -> e.number("fd") == socket.res());
    assertThat(listen.number("backlog")).isEqualTo(5);
  }

  @Test
  void aConnectionHasItsEndsInTheOrderOfTheClient() {
    long client = one(events, "sendto", e -> e.text("data").equals("over tcp")).number("fd");
    Seen connect =
        one(
            events,
            "connect",
            e -> e.number("fd") == client && e.res() == 0 && e.bytes("tuple")[0] == 2);
    ByteBuffer tuple = tuple(connect);
    assertThat(tuple.get(0)).isEqualTo((byte) 2);
    assertThat(tuple.getInt(1)).isEqualTo(LOOPBACK);
    assertThat(tuple.getInt(7)).isEqualTo(LOOPBACK);
    short server = tuple.getShort(11);
    assertThat(ByteBuffer.wrap(connect.bytes("addr")).order(ByteOrder.LITTLE_ENDIAN).getShort(5))
        .isEqualTo(server);
    Seen accept = one(events, "accept4", e -> true);
    assertThat(accept.bytes("tuple")).isEqualTo(connect.bytes("tuple"));
    assertThat(accept.number("flags")).isEqualTo(64);
    Seen sent = one(events, "sendto", e -> e.text("data").equals("over tcp"));
    assertThat(sent.bytes("tuple")).isEqualTo(connect.bytes("tuple"));
    Seen received = one(events, "recvfrom", e -> e.text("data").equals("over tcp"));
    assertThat(received.number("fd")).isEqualTo(accept.res());
    assertThat(received.bytes("tuple")).isEqualTo(connect.bytes("tuple"));
    assertThat(one(events, "shutdown", e -> true).number("how")).isEqualTo(1);
  }

  @Test
  void aDatagramHasTheAddressThatTheCallWasGiven() {
    Seen sent = one(events, "sendto", e -> e.text("data").equals("over udp"));
    ByteBuffer tuple = tuple(sent);
    assertThat(tuple.getInt(7)).isEqualTo(LOOPBACK);
    short port = tuple.getShort(11);
    assertThat(port).isNotZero();
    Seen received = one(events, "recvfrom", e -> e.text("data").equals("over udp"));
    assertThat(tuple(received).getShort(11)).isEqualTo(port);
    assertThat(tuple(received).getInt(1)).isEqualTo(LOOPBACK);
  }

  @Test
  void aMessageOfPartsIsPutTogether() {
    Seen sent = one(events, "sendmsg", e -> true);
    assertThat(sent.text("data")).isEqualTo("a message");
    assertThat(sent.number("size")).isEqualTo(9);
    assertThat(tuple(sent).getInt(7)).isEqualTo(LOOPBACK);
    Seen received = one(events, "recvmsg", e -> true);
    assertThat(received.text("data")).isEqualTo("a message");
    assertThat(received.number("size")).isEqualTo(9);
  }

  @Test
  void ofSeveralMessagesEachIsAnEvent() {
    List<Seen> sent = events.stream().filter(e -> e.name().equals("sendmmsg")).toList();
    assertThat(sent).extracting(Seen::res).containsExactly(5L, 10L, -9L);
    assertThat(sent).extracting(e -> e.text("data")).containsExactly("first", "second one", "");
    assertThat(sent).extracting(e -> e.number("size")).containsExactly(5L, 10L, 0L);
    assertThat(tuple(sent.get(1)).getInt(7)).isEqualTo(LOOPBACK);
    assertThat(sent.get(2).has("tuple")).isFalse();
    List<Seen> received = events.stream().filter(e -> e.name().equals("recvmmsg")).toList();
    assertThat(received).extracting(Seen::res).containsExactly(5L, 10L);
    assertThat(received).extracting(e -> e.text("data")).containsExactly("first", "second one");
    assertThat(received).extracting(e -> e.number("size")).containsExactly(5L, 10L);
    assertThat(tuple(received.get(1)).getInt(1)).isEqualTo(LOOPBACK);
  }

  @Test
  void ipv6() {
    Seen connect = one(events, "connect", e -> e.bytes("addr").length == 19);
    assertThat(connect.res()).isEqualTo(-111);
    assertThat(connect.has("tuple")).isFalse();
    byte[] address = connect.bytes("addr");
    assertThat(address[0]).isEqualTo((byte) 10);
    assertThat(address[16]).isEqualTo((byte) 1);
    assertThat(address[17]).isEqualTo((byte) 9);
  }

  @Test
  void unixSockets() {
    String path = dir + "/sock";
    Seen bind = one(events, "bind", e -> text(e.bytes("addr"), 1).equals(path));
    assertThat(bind.res()).isZero();
    Seen connect = one(events, "connect", e -> text(e.bytes("addr"), 1).equals(path));
    assertThat(text(connect.bytes("tuple"), 17)).isEqualTo(path);
    Seen accept = one(events, "accept", e -> true);
    assertThat(text(accept.bytes("tuple"), 17)).isEqualTo(path);
    assertThat(tuple(accept).getLong(1)).isEqualTo(tuple(connect).getLong(1));
    assertThat(one(events, "bind", e -> text(e.bytes("addr"), 1).equals("hidden")).res()).isZero();
    Seen pair = one(events, "socketpair", e -> true);
    assertThat(pair.number("source")).isNotZero();
    assertThat(pair.number("peer")).isNotZero().isNotEqualTo(pair.number("source"));
    Seen missing = one(events, "connect", e -> text(e.bytes("addr"), 1).equals(dir + "/nobody"));
    assertThat(missing.res()).isEqualTo(-2);
  }

  private static ByteBuffer tuple(Seen seen) {
    return ByteBuffer.wrap(seen.bytes("tuple")).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String text(byte[] bytes, int from) {
    if (bytes.length <= from) {
      return "";
    }
    String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    return text.replace("\0", "");
  }
}
