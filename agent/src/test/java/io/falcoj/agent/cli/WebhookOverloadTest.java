package io.falcoj.agent.cli;

import static io.falcoj.agent.cli.AuditEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than can be judged, slower than is allowed, and the end of the run in between. */
class WebhookOverloadTest {
  private final ExecutorService clients = Executors.newCachedThreadPool();
  @TempDir private Path dir;
  private LiveRun run;

  private Poster listen(String... options) throws IOException {
    Path rules = Files.writeString(dir.resolve("rules.yaml"), AuditEvents.RULES);
    List<String> args =
        new ArrayList<>(
            List.of("-r", rules.toString(), "--k8s-audit-listen", "127.0.0.1:0", "--stats"));
    for (String option : options) {
      args.add("-o");
      args.add("k8s_audit.limits." + option);
    }
    run = LiveRun.of(args.toArray(new String[0]));
    return Poster.http1(run.url());
  }

  @AfterEach
  void end() {
    run.out.release();
    run.close();
    clients.shutdown();
  }

  private CompletableFuture<HttpResponse<String>> later(Poster poster, String body) {
    return CompletableFuture.supplyAsync(() -> poster.post(body), clients);
  }

  private static int status(CompletableFuture<HttpResponse<String>> answer) {
    return answer.join().statusCode();
  }

  @Test
  void aFullQueueAsksToTryAgainAndNothingIsJudgedTwice() throws IOException {
    Poster poster = listen("queue_bodies=1");
    run.out.hold();
    CompletableFuture<HttpResponse<String>> judged = later(poster, events("a"));
    run.out.awaitHeldWriter();
    List<CompletableFuture<HttpResponse<String>>> more = new ArrayList<>();
    for (String id : List.of("b", "c", "d")) {
      more.add(later(poster, events(id)));
    }
    HttpResponse<String> refused =
        (HttpResponse<String>)
            CompletableFuture.anyOf(more.toArray(new CompletableFuture<?>[0])).join();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(refused.body()).contains("too many bodies wait", "\"judged\":0");
    awaitDone(more, 2);
    run.out.release();
    assertThat(status(judged)).isEqualTo(200);
    assertThat(more.stream().map(WebhookOverloadTest::status).sorted().toList())
        .containsExactly(200, 429, 429);
    for (int i = 0; i < more.size(); i++) {
      if (status(more.get(i)) == 429) {
        assertThat(poster.post(events(List.of("b", "c", "d").get(i))).statusCode()).isEqualTo(200);
      }
    }
    List<String> ids = run.out.text().lines().map(l -> l.replaceAll(".*id=(.).*", "$1")).toList();
    assertThat(ids).containsExactlyInAnyOrder("a", "b", "c", "d");
    run.stop();
    assertThat(run.err.text())
        .contains("events received: 4\nevents judged: 4\nevents refused: 0\n")
        .contains("answered 200: 4\n   answered 429: 2\n");
  }

  private static void awaitDone(List<? extends CompletableFuture<?>> all, int count) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    for (CompletableFuture<?> each : all) {
      each.thenRun(
          () -> {
            if (all.stream().filter(CompletableFuture::isDone).count() >= count) {
              done.complete(null);
            }
          });
    }
    done.join();
  }

  @Test
  void memoryForBodiesIsBoundedAndGivenBack() throws IOException {
    Poster poster = listen("queue_bytes=10000", "read_timeout_seconds=600");
    String body =
        events("a", "b", "c", "d", "e", "f", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r");
    assertThat(body.length()).isBetween(2000, 4096);
    try (RawRequest slow = RawRequest.announcing(run.port(), 9000)) {
      slow.send(" ".repeat(8100));
      HttpResponse<String> answer = poster.post(body);
      for (int i = 0; answer.statusCode() == 200 && i < 10_000; i++) {
        answer = poster.post(body);
      }
      assertThat(answer.statusCode()).isEqualTo(429);
    }
    HttpResponse<String> answer = poster.post(body);
    for (int i = 0; answer.statusCode() == 429 && i < 10_000; i++) {
      answer = poster.post(body);
    }
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatDoesNotArriveInTimeIsRefused() throws IOException {
    Poster poster = listen("read_timeout_seconds=1");
    try (RawRequest slow = RawRequest.announcing(run.port(), 5000)) {
      slow.send("{\"kind\":");
      assertThat(slow.answer()).contains(" 408 ");
    }
    assertThat(poster.post(events("a")).statusCode()).isEqualTo(200);
  }

  @Test
  void aConnectionWhoseRequestDoesNotComeIsEnded() throws IOException {
    Poster poster = listen("read_timeout_seconds=1");
    try (RawRequest silent = RawRequest.connect(run.port());
        RawRequest slow = RawRequest.connect(run.port())) {
      slow.send("POST /k8s-audit HTTP/1.1\r\nHost: localhost\r\nX-Never-End");
      assertThat(slow.answer()).isEmpty();
      assertThat(silent.answer()).isEmpty();
    }
    assertThat(poster.post(events("a")).statusCode()).isEqualTo(200);
    run.stop();
    assertThat(run.err.text()).contains("broken off: 2\n");
  }

  @Test
  void moreConnectionsThanAllowedWait() throws Exception {
    Poster poster = listen("connections=1", "read_timeout_seconds=600");
    CompletableFuture<HttpResponse<String>> second;
    try (RawRequest first = RawRequest.invited(run.port(), 5000)) {
      second = later(poster, events("a"));
      assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
    }
    assertThat(status(second)).isEqualTo(200);
  }

  @Test
  void headersAndEventsHaveLimits() throws IOException {
    Poster poster = listen("header_bytes=2048", "event_bytes=1024", "depth=2");
    byte[] body = events("a").getBytes(StandardCharsets.UTF_8);
    assertThat(poster.post(body, "X-Large", "x".repeat(1000)).statusCode()).isEqualTo(200);
    HttpResponse<String> large = poster.post(body, "X-Large", "x".repeat(3000));
    assertThat(large.statusCode()).isEqualTo(431);
    assertThat(large.body())
        .isEqualTo("{\"reason\":\"the headers of the request are too large\",\"judged\":0}\n");
    assertThat(poster.post(events("b".repeat(2000))).body())
        .contains("larger than 1024 bytes", "\"judged\":0,\"refused\":1");
    String deep = events("c").replace("\"verb\":\"get\"", "\"user\":{\"extra\":{}}");
    assertThat(poster.post(deep).body())
        .contains("nested deeper than 2 levels", "\"judged\":0,\"refused\":1");
    run.stop();
    assertThat(run.err.text()).contains("answered 200: 1\n", "answered 431: 1\n");
  }

  @Test
  void bytesThatAreNoRequestAreAnsweredAndCounted() throws IOException {
    listen();
    try (RawRequest garbage = RawRequest.connect(run.port())) {
      garbage.send("GARBAGE\r\n\r\n");
      assertThat(garbage.answer()).contains(" 400 ");
    }
    run.stop();
    assertThat(run.err.text()).contains("answered 400: 1\n");
  }

  @Test
  void aBodyThatStopsHalfWayIsCountedAndNotJudged() throws IOException {
    listen("read_timeout_seconds=600");
    try (RawRequest half = RawRequest.invited(run.port(), 5000)) {
      half.send(events("a").substring(0, 100));
    }
    run.stop();
    assertThat(run.out.text()).isEmpty();
    // Closing may come before the server sees that the client is gone.
    assertThat(run.err.text()).containsAnyOf("broken off: 1\n", "answered 503: 1\n");
  }

  @Test
  void whatIsQueuedIsJudgedAndAnsweredWhenTheRunEnds() throws IOException {
    Poster poster = listen();
    run.out.hold();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    answers.add(later(poster, events("a", "b")));
    run.out.awaitHeldWriter();
    try (RawRequest arriving = RawRequest.invited(run.port(), 100)) {
      arriving.send("{");
      CompletableFuture<Integer> code = CompletableFuture.supplyAsync(run::stop, clients);
      run.out.release();
      assertThat(code.join()).isZero();
      assertThat(answers.stream().map(WebhookOverloadTest::status)).containsOnly(200);
      assertThat(arriving.answer()).contains(" 503 ");
    }
    assertThat(run.out.text().lines()).hasSize(2);
    assertThat(run.err.text()).contains("events received: 2\nevents judged: 2\n");
  }

  @Test
  void severalWebhooksAreJudgedTogether() throws IOException {
    Path config =
        Files.writeString(
            dir.resolve("falco.yaml"),
            """
            k8s_audit: {listen: "127.0.0.1:0"}
            plugins:
            - name: k8saudit
              library_path: libk8saudit.so
              open_params: "http://127.0.0.1:0/audit"
              init_config: {maxEventSize: 1024, webhookMaxBatchSize: 2048}
            """);
    Path rules = Files.writeString(dir.resolve("rules.yaml"), AuditEvents.RULES);
    run = LiveRun.of("-r", rules.toString(), "-c", config.toString());
    List<String> urls =
        run.err
            .await(text -> text.lines().filter(l -> l.startsWith("listening")).count() == 2)
            .lines()
            .map(l -> l.substring(l.indexOf("http")))
            .toList();
    assertThat(Poster.http1(urls.get(0)).post(events("a")).statusCode()).isEqualTo(200);
    Poster plugin = Poster.http1(urls.get(1));
    assertThat(urls.get(1)).endsWith("/audit");
    assertThat(plugin.post(events("b")).statusCode()).isEqualTo(200);
    assertThat(plugin.post(events("x".repeat(1100))).statusCode()).isEqualTo(400);
    assertThat(plugin.post(events("x".repeat(2100))).statusCode()).isEqualTo(413);
    assertThat(run.out.text().lines()).hasSize(2);
  }

  @Test
  void anAddressInUseIsAFailedSource() throws IOException {
    listen();
    Path rules = dir.resolve("rules.yaml");
    CommandRun second =
        CommandRun.falcoRun("-r", rules.toString(), "--k8s-audit-listen", "" + run.port());
    assertThat(second.code()).isEqualTo(3);
    assertThat(second.err()).contains("error: 127.0.0.1:" + run.port() + ": cannot listen here");
    assertThat(Arrays.stream(second.err().split("\n"))).noneMatch(l -> l.startsWith("\tat "));
  }
}
