package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.value.ByteSlice;
import org.junit.jupiter.api.Test;

/** Sockets of all families: made, bound, connected, accepted, and known by what passes them. */
class SocketEventsTest extends TrackedTree {
  private static final int UNIX = 1;
  private static final int INET = 2;
  private static final int INET6 = 10;
  private static final int NETLINK = 16;
  private static final int STREAM = 1;
  private static final int DATAGRAM = 2;
  private static final int UDP = 17;
  private static final long EINPROGRESS = -115;
  private static final byte[] LOCAL = {10, 0, 0, 1};
  private static final byte[] REMOTE = {10, 0, 0, 2};
  private static final byte[] ANY = {0, 0, 0, 0};

  private void socket(long fd, int family, int type, int protocol) {
    numbers("SOCKET_SOCKET_X", 200, fd, family, type, protocol, 0);
  }

  private void bind(long fd, byte[] address, int port) {
    begin("SOCKET_BIND_X", 200).number(0).address(address, port).number(fd);
    send();
  }

  private void connect(long fd, long result, byte[] source, byte[] destination) {
    begin("SOCKET_CONNECT_X", 200).number(result).tuple(source, 4000, destination, 443);
    encoder.number(fd).address(destination, 443);
    send();
  }

  private void sendto(long fd, byte[] source, byte[] destination) {
    begin("SOCKET_SENDTO_X", 200).number(4).text("abc").number(fd).number(4);
    encoder.tuple(source, 4000, destination, 53);
    send();
  }

  private void recvfrom(long fd, byte[] source, int sourcePort, byte[] destination, int port) {
    begin("SOCKET_RECVFROM_X", 200).number(4).text("abc");
    encoder.tuple(source, sourcePort, destination, port).number(fd).number(4);
    send();
  }

  /** An IPv6 address that ends so. */
  private static byte[] wide(int... tail) {
    byte[] address = new byte[16];
    for (int i = 0; i < tail.length; i++) {
      address[16 - tail.length + i] = (byte) tail[i];
    }
    return address;
  }

  private static byte[] mapped(byte[] narrow) {
    return wide(0xFF, 0xFF, narrow[0], narrow[1], narrow[2], narrow[3]);
  }

  @Test
  void familiesAndProtocols() {
    socket(3, UNIX, STREAM, 0);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.UNIX);
    socket(3, INET, STREAM | 1 << 11, 0);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.IPV4);
    assertThat(fd(200, 3).socket.l4proto(Kind.IPV4)).isEqualTo(FdInfo.L4_TCP);
    socket(3, INET6, DATAGRAM, UDP);
    assertThat(fd(200, 3).socket.l4proto(Kind.IPV6)).isEqualTo(FdInfo.L4_UDP);
    socket(3, INET, 3, 1);
    assertThat(fd(200, 3).l4proto()).isEqualTo(FdInfo.L4_RAW);
    socket(3, NETLINK, 3, 0);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.NETLINK);
    socket(3, 17, 3, 0);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.UNKNOWN);
    socket(-1, INET, STREAM, 0);
    assertThat(thread(200).fdCount()).isEqualTo(1);
  }

  @Test
  void aBoundPortListens() {
    socket(3, INET, STREAM, 0);
    bind(3, LOCAL, 80);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.IPV4_SERVER);
    assertThat(fd(200, 3).name).hasToString("10.0.0.1:80");
    assertThat(fd(200, 3).l4proto()).isEqualTo(FdInfo.L4_TCP);
    socket(4, INET6, STREAM, 0);
    bind(4, wide(1), 80);
    assertThat(fd(200, 4).kind).isEqualTo(Kind.IPV6_SERVER);
    assertThat(fd(200, 4).name).hasToString("::1:80");
    bind(4, mapped(LOCAL), 81);
    assertThat(fd(200, 4).kind).isEqualTo(Kind.IPV4_SERVER);
    socket(5, INET, DATAGRAM, 0);
    bind(5, LOCAL, 0);
    assertThat(fd(200, 5).kind).as("port 0 means any, for a client").isEqualTo(Kind.IPV4);
  }

  @Test
  void connectionsArePendingOrFail() {
    socket(3, INET, STREAM, 0);
    connect(3, EINPROGRESS, LOCAL, REMOTE);
    assertThat(fd(200, 3).name).hasToString("10.0.0.1:4000->10.0.0.2:443");
    assertThat(fd(200, 3).connected).isTrue();
    socket(4, INET, STREAM, 0);
    connect(4, -111, LOCAL, REMOTE);
    assertThat(fd(200, 4).name.isEmpty()).isTrue();
  }

  @Test
  void wideConnectionsAndNarrowOnesInside() {
    socket(3, INET6, STREAM, 0);
    connect(3, 0, wide(1), wide(2));
    assertThat(fd(200, 3).kind).isEqualTo(Kind.IPV6);
    assertThat(fd(200, 3).name).hasToString("::1:4000->::2:443");
    socket(4, INET6, STREAM, 0);
    connect(4, 0, mapped(LOCAL), mapped(REMOTE));
    assertThat(fd(200, 4).kind).isEqualTo(Kind.IPV4);
    assertThat(fd(200, 4).destinationAddress(new ByteSlice())).isEqualTo(ByteSlice.of(REMOTE));
  }

  @Test
  void theAddressOfTheStartCannotBeExchanged() {
    byte[] shown = {8, 8, 8, 8};
    socket(3, INET, STREAM, 0);
    begin("SOCKET_CONNECT_E", 200).number(3).address(REMOTE, 443);
    send();
    connect(3, 0, LOCAL, shown);
    assertThat(fd(200, 3).name).hasToString("10.0.0.1:4000->10.0.0.2:443");
    socket(4, INET, STREAM, 0);
    begin("SOCKET_CONNECT_E", 200).number(4).address(REMOTE, 443);
    send();
    begin("SOCKET_CONNECT_X", 200).number(0).absent().number(4).absent();
    send();
    assertThat(fd(200, 4).destinationPort()).as("no tuple").isEqualTo(443);
  }

  @Test
  void unixConnectionsHaveAPath() {
    socket(3, UNIX, STREAM, 0);
    begin("SOCKET_CONNECT_X", 200).number(0).unixTuple(0xA0, 0xB0, "/run/x.sock").number(3);
    encoder.unixAddress("/run/x.sock");
    send();
    assertThat(fd(200, 3).name).hasToString("a0->b0 /run/x.sock");
    assertThat(fd(200, 3).client).isTrue();
    begin("SOCKET_ACCEPT_5_X", 200).number(4).unixTuple(0xB0, 0xA0, "/run/x.sock");
    encoder.number(0).number(0).number(0);
    send();
    assertThat(fd(200, 4).kind).isEqualTo(Kind.UNIX);
    assertThat(fd(200, 4).server).isTrue();
  }

  @Test
  void acceptedConnectionsAreOfTheServer() {
    begin("SOCKET_ACCEPT4_6_X", 200).number(3).tuple(REMOTE, 5000, LOCAL, 80);
    encoder.number(0).number(0).number(0).number(CLOEXEC);
    send();
    assertThat(fd(200, 3).name).hasToString("10.0.0.2:5000->10.0.0.1:80");
    assertThat(fd(200, 3).server).isTrue();
    assertThat(fd(200, 3).l4proto()).isEqualTo(FdInfo.L4_TCP);
    assertThat(fd(200, 3).openFlags).isEqualTo(CLOEXEC);
    begin("SOCKET_ACCEPT_5_X", 200).number(4).tuple(mapped(REMOTE), 5000, mapped(LOCAL), 80);
    encoder.number(0).number(0).number(0);
    send();
    assertThat(fd(200, 4).kind).isEqualTo(Kind.IPV4);
    begin("SOCKET_ACCEPT_5_X", 200).number(5).absent();
    encoder.number(0).number(0).number(0);
    send();
    assertThat(thread(200).fd(5)).as("without a tuple").isNull();
    assertThat(state.fdNumber).isEqualTo(5);
  }

  @Test
  void whoSendsFirstIsTheClient() {
    socket(3, INET, DATAGRAM, UDP);
    sendto(3, LOCAL, REMOTE);
    assertThat(fd(200, 3).client).isTrue();
    assertThat(fd(200, 3).name).hasToString("10.0.0.1:4000->10.0.0.2:53");
    assertThat(state.fdNameChanged).isTrue();
    recvfrom(3, REMOTE, 53, LOCAL, 4000);
    assertThat(fd(200, 3).name).as("the answer").hasToString("10.0.0.1:4000->10.0.0.2:53");
    assertThat(state.fdNameChanged).isFalse();
  }

  @Test
  void whoOwnsThePortIsTheServer() {
    socket(3, INET, DATAGRAM, UDP);
    bind(3, LOCAL, 53);
    recvfrom(3, REMOTE, 4000, LOCAL, 53);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.IPV4);
    assertThat(fd(200, 3).server).isTrue();
    assertThat(fd(200, 3).name).hasToString("10.0.0.2:4000->10.0.0.1:53");
    assertThat(fd(200, 3).l4proto()).isEqualTo(FdInfo.L4_UDP);
  }

  @Test
  void dataOnASocketNeverSeenIsTakenForUdp() {
    sendto(3, LOCAL, REMOTE);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.IPV4);
    assertThat(fd(200, 3).l4proto()).isEqualTo(FdInfo.L4_UDP);
    recvfrom(4, REMOTE, 53, LOCAL, 4000);
    assertThat(thread(200).fd(4)).as("what is received tells too little").isNull();
  }

  @Test
  void anOpenEndIsFilledFromTheInterfaces() {
    ByteSlice mask = ByteSlice.of(new byte[] {-1, -1, -1, 0});
    ByteSlice name = ByteSlice.of("eth0");
    tracker.networkInterface(new InterfaceEntry(ByteSlice.of(LOCAL), mask, mask, 0, name));
    socket(3, INET, DATAGRAM, UDP);
    sendto(3, ANY, REMOTE);
    assertThat(fd(200, 3).name).hasToString("10.0.0.1:4000->10.0.0.2:53");
  }

  @Test
  void theKindStaysWhenAWideTupleIsLearned() {
    socket(3, INET6, DATAGRAM, UDP);
    bind(3, wide(1), 53);
    recvfrom(3, wide(2), 4000, wide(1), 53);
    assertThat(fd(200, 3).kind).as("as upstream has it").isEqualTo(Kind.IPV6_SERVER);
    assertThat(fd(200, 3).name).hasToString("::2:4000->::1:53");
  }
}
