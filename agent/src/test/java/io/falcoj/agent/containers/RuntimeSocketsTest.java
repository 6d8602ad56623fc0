package io.falcoj.agent.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.agent.containers.engine.DescriptionOptions;
import io.falcoj.agent.containers.engine.EngineKind;
import io.falcoj.agent.containers.socket.Question;
import io.falcoj.agent.containers.socket.SocketLimits;
import io.falcoj.runtime.source.containers.ContainerLookup;
import io.falcoj.runtime.source.containers.LookupCounters;
import io.falcoj.runtime.value.ByteSlice;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runtimes that are slow, broken, gone, or not there yet. */
class RuntimeSocketsTest {
  private static final String ID = "3ad7b26ded6d";
  private static final String PATH = "/containers/" + ID + "/json";
  private static final String WEB = "{\"Id\":\"" + ID + "00\",\"Name\":\"/web\"}";
  private static final SocketLimits PATIENT =
      new SocketLimits(Duration.ofSeconds(60), SocketLimits.STANDARD.answerBytes());
  private static final SocketLimits HASTY = new SocketLimits(Duration.ofSeconds(2), 100_000);

  @TempDir private Path dir;
  private final List<AutoCloseable> open = new ArrayList<>();
  private long clock;

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    open.add(closeable);
    return closeable;
  }

  private Path docker() {
    return dir.resolve("docker.sock");
  }

  private Path cri() {
    return dir.resolve("cri.sock");
  }

  private RuntimeSockets sockets(SocketLimits limits) {
    List<SocketPlace> places =
        List.of(
            new SocketPlace(EngineKind.DOCKER, docker()), new SocketPlace(EngineKind.CRI, cri()));
    return opened(
        new RuntimeSockets(() -> places, new DescriptionOptions(100, false), limits, () -> clock));
  }

  private String ask(RuntimeSockets sockets) throws IOException {
    return sockets.describe(ByteSlice.of(ID), ByteSlice.of("cpu=/docker/" + ID));
  }

  @Test
  void nobodyIsThere() throws Exception {
    RuntimeSockets sockets = sockets(PATIENT);
    assertThat(ask(sockets)).isNull();
    assertThat(sockets.counters()).isEmpty();
  }

  @Test
  void aSocketThatAppearsLater() throws Exception {
    RuntimeSockets sockets = sockets(PATIENT);
    assertThat(ask(sockets)).isNull();
    opened(new FakeDaemon(docker())).on(PATH, FakeDaemon.whole(200, WEB));
    assertThat(ask(sockets)).contains("\"name\":\"web\"");
  }

  @Test
  void aServerThatStartsAnew() throws Exception {
    RuntimeSockets sockets = sockets(PATIENT);
    FakeDaemon first = opened(new FakeDaemon(docker())).on(PATH, FakeDaemon.whole(200, WEB));
    assertThat(ask(sockets)).contains("web");
    first.close();
    assertThat(ask(sockets)).as("no socket").isNull();
    opened(new FakeDaemon(docker())).on(PATH, FakeDaemon.whole(200, WEB.replace("/web", "/shop")));
    assertThat(ask(sockets)).contains("shop");
  }

  @Test
  void aServerOfGrpcThatStartsAnew() throws Exception {
    RuntimeSockets sockets = sockets(PATIENT);
    FakeCri first = opened(known(new FakeCri(cri()), "web"));
    assertThat(ask(sockets)).contains("\"name\":\"web\"");
    first.close();
    opened(known(new FakeCri(cri()), "shop"));
    assertThat(ask(sockets)).contains("\"name\":\"shop\"");
  }

  private static FakeCri known(FakeCri cri, String name) {
    Question status = new Question().text(1, ID + "00").message(2, new Question().text(1, name));
    return cri.on("Version", q -> new Question().text(2, "containerd"))
        .on("ListContainers", q -> new Question().message(1, new Question().text(1, ID + "00")))
        .on("ContainerStatus", q -> new Question().message(1, status));
  }

  @Test
  void theNextIsAskedWhenOneDoesNotKnow() throws Exception {
    FakeDaemon daemon = opened(new FakeDaemon(docker()));
    opened(known(new FakeCri(cri()), "web"));
    RuntimeSockets sockets = sockets(PATIENT);
    assertThat(ask(sockets)).contains("\"name\":\"web\"");
    assertThat(daemon.questions).containsExactly(PATH);
    assertThat(sockets.counters())
        .containsExactly(
            new SocketCounters("docker " + docker(), 1, 0, 1, 0, 0, 0),
            new SocketCounters("cri " + cri(), 1, 1, 0, 0, 0, 0));
  }

  @Test
  void theOneThatMadeTheControlGroupIsAskedFirst() throws Exception {
    FakeDaemon daemon = opened(new FakeDaemon(docker()));
    opened(known(new FakeCri(cri()), "web"));
    String cgroups = "cpu=/kubepods/besteffort/pod1/" + ID;
    assertThat(sockets(PATIENT).describe(ByteSlice.of(ID), ByteSlice.of(cgroups))).contains("web");
    assertThat(daemon.questions).isEmpty();
  }

  /** Answers that are of no use. */
  enum Bad {
    STATUS_500(FakeDaemon.whole(500, "{}")),
    NO_JSON(FakeDaemon.whole(200, "<html>")),
    NO_OBJECT(FakeDaemon.whole(200, "[]")),
    EMPTY(FakeDaemon.whole(200, "")),
    NO_HTTP(FakeDaemon.raw("\u0001\u0002 not http\r\n\r\n")),
    HALF_HEAD(FakeDaemon.raw("HTTP/1.1 200 OK\r\nConte")),
    HALF_BODY(FakeDaemon.raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"Id\":")),
    HALF_CHUNK(FakeDaemon.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"")),
    BAD_CHUNK(FakeDaemon.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}")),
    NOTHING(FakeDaemon.raw("")),
    HUGE(FakeDaemon.chunked("{\"Id\":\"" + "x".repeat(200_000) + "\"}", 10_000)),
    ENDLESS(
        out -> {
          out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes());
          while (true) {
            out.write(("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes());
          }
        });

    private final FakeDaemon.Reply reply;

    Bad(FakeDaemon.Reply reply) {
      this.reply = reply;
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerOfNoUse(Bad bad) throws Exception {
    FakeDaemon daemon = opened(new FakeDaemon(docker())).on(PATH, bad.reply);
    RuntimeSockets sockets = sockets(new SocketLimits(PATIENT.timeout(), HASTY.answerBytes()));
    assertThatThrownBy(() -> ask(sockets)).isInstanceOf(IOException.class);
    assertThat(sockets.counters())
        .containsExactly(new SocketCounters("docker " + docker(), 1, 0, 0, 1, 0, 0));
    daemon.on(PATH, FakeDaemon.whole(200, WEB));
    assertThat(ask(sockets)).as("asked again").contains("web");
  }

  @Test
  void aDelayIsWaitedFor() throws Exception {
    opened(new FakeDaemon(docker()))
        .on(
            PATH,
            out -> {
              Thread.sleep(200);
              return FakeDaemon.chunked(WEB, 3).write(out);
            });
    assertThat(ask(sockets(PATIENT))).contains("web");
  }

  @Test
  void whoDoesNotAnswerInTimeIsLeftAloneForAWhile() throws Exception {
    FakeDaemon daemon = opened(new FakeDaemon(docker())).on(PATH, FakeDaemon.silence());
    RuntimeSockets sockets = sockets(HASTY);
    assertThatThrownBy(() -> ask(sockets)).hasMessageContaining("no answer within");
    daemon.on(PATH, FakeDaemon.whole(200, WEB));
    assertThatThrownBy(() -> ask(sockets)).hasMessageContaining("did not answer shortly before");
    assertThat(daemon.questions).hasSize(1);
    assertThat(sockets.counters())
        .containsExactly(new SocketCounters("docker " + docker(), 1, 0, 0, 0, 1, 1));
    clock += HASTY.timeout().plus(RuntimeSocket.REST).toNanos();
    assertThat(ask(sockets)).contains("web");
  }

  @Test
  void whoDoesNotAnswerInTimeHoldsUpNobodyElse() throws Exception {
    opened(new FakeDaemon(docker())).on(PATH, FakeDaemon.silence());
    FakeCri cri = opened(known(new FakeCri(cri()), "web"));
    RuntimeSockets sockets = sockets(SocketLimits.STANDARD);
    assertThat(ask(sockets)).contains("\"name\":\"web\"");
    assertThat(ask(sockets)).contains("\"name\":\"web\"");
    assertThat(sockets.counters().get(0).asked()).isEqualTo(1);
    assertThat(cri.calls).contains("ContainerStatus");
  }

  @Test
  void anAnswerInTheMiddleOfWhichTheServerFallsSilent() throws Exception {
    opened(new FakeDaemon(docker()))
        .on(
            PATH,
            out -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"Id\":".getBytes());
              out.flush();
              return FakeDaemon.silence().write(out);
            });
    RuntimeSockets sockets = sockets(HASTY);
    assertThatThrownBy(() -> ask(sockets)).hasMessageContaining("no answer within");
    assertThat(sockets.counters().get(0).timedOut()).isEqualTo(1);
  }

  @Test
  void aServerOfGrpcThatIsNotAvailable() throws Exception {
    FakeCri cri = opened(known(new FakeCri(cri()), "web"));
    cri.on("ListContainers", q -> fail(Status.UNAVAILABLE));
    RuntimeSockets sockets = sockets(PATIENT);
    assertThatThrownBy(() -> ask(sockets)).hasMessageContaining("gRPC status 14");
    cri.on("ListContainers", q -> fail(Status.DEADLINE_EXCEEDED));
    assertThatThrownBy(() -> ask(sockets)).hasMessageContaining("no answer in time");
    assertThat(sockets.counters())
        .containsExactly(new SocketCounters("cri " + cri(), 2, 0, 0, 1, 1, 0));
  }

  @Test
  void aServerOfGrpcThatDoesNotKnow() throws Exception {
    FakeCri cri = opened(known(new FakeCri(cri()), "web"));
    cri.on("ContainerStatus", q -> fail(Status.NOT_FOUND));
    assertThat(ask(sockets(PATIENT))).isNull();
  }

  @Test
  void aServerOfGrpcThatKnowsNothingOfKubernetes() throws Exception {
    opened(new FakeCri(cri()));
    assertThat(ask(sockets(PATIENT))).isNull();
  }

  @Test
  void aServerOfGrpcThatSendsTooMuch() throws Exception {
    FakeCri cri = opened(known(new FakeCri(cri()), "web"));
    cri.on("ContainerStatus", q -> new Question().text(9, "x".repeat(200_000)));
    RuntimeSockets sockets = sockets(new SocketLimits(PATIENT.timeout(), HASTY.answerBytes()));
    assertThatThrownBy(() -> ask(sockets)).isInstanceOf(IOException.class);
    opened(cri).on("ContainerStatus", q -> fail(Status.NOT_FOUND));
    assertThat(ask(sockets)).as("asked again").isNull();
  }

  @Test
  void somethingThatIsNoServerOfGrpc() throws Exception {
    opened(new FakeDaemon(cri()));
    assertThatThrownBy(() -> ask(sockets(HASTY))).isInstanceOf(IOException.class);
  }

  private static Question fail(Status status) {
    throw status.asRuntimeException();
  }

  @Test
  void aThousandContainersAtOnce() throws Exception {
    FakeDaemon daemon = opened(new FakeDaemon(docker()));
    for (int i = 0; i < 1000; i++) {
      String id = "%012x".formatted(i);
      daemon.on(
          "/containers/" + id + "/json",
          FakeDaemon.chunked("{\"Id\":\"%s\",\"Name\":\"/n%d\"}".formatted(id, i), 50));
    }
    RuntimeSockets sockets = sockets(PATIENT);
    ContainerLookup lookup = opened(ContainerLookup.start(sockets));
    int answered = 0;
    long dropped = 0;
    while (answered < 1000) {
      for (int i = 0; i < 1000; i++) {
        lookup.request(ByteSlice.of("%012x".formatted(i)), ByteSlice.of("cpu=/docker/x"));
      }
      dropped = lookup.counters().dropped();
      while (lookup.counters().waiting() > 0) {
        if (lookup.next(0) != null) {
          answered++;
        }
      }
    }
    assertThat(dropped).as("more than wait at once").isPositive();
    LookupCounters counters = lookup.counters();
    assertThat(counters.requested()).isEqualTo(1000);
    assertThat(counters.answered()).isEqualTo(1000);
    assertThat(counters.failed()).isZero();
    assertThat(sockets.counters().get(0).answered()).isEqualTo(1000);
  }
}
