package io.falcoj.agent.cli;

import static io.falcoj.agent.cli.AuditEvents.event;
import static io.falcoj.agent.cli.AuditEvents.events;
import static io.falcoj.agent.cli.AuditEvents.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client is told, and what of its body is judged. */
class WebhookAnswersTest {
  @TempDir private static Path dir;
  private LiveRun run;
  private Poster poster;

  @BeforeEach
  void listen() throws IOException {
    Path rules = Files.writeString(dir.resolve("rules.yaml"), AuditEvents.RULES);
    run =
        LiveRun.of(
            "-r",
            rules.toString(),
            "--k8s-audit-listen",
            "127.0.0.1:0",
            "-o",
            "k8s_audit.limits.body_bytes=100000",
            "-o",
            "k8s_audit.limits.batch_items=5",
            "--stats");
    poster = Poster.http1(run.url());
  }

  @AfterEach
  void end() {
    assertThat(run.stop()).isZero();
  }

  private String judgedAndRefused() {
    run.stop();
    return run.err
        .text()
        .lines()
        .filter(line -> line.startsWith("events "))
        .map(line -> line.substring(7))
        .toList()
        .toString();
  }

  @Test
  void anEventIsReadOnceForAllThatRulesLookAt() {
    assertThat(poster.post(events("a", "b")).statusCode()).isEqualTo(200);
    run.stop();
    assertThat(run.err.text()).contains("audit events read again: 0\n");
  }

  @Test
  void aWholeBodyIsJudgedBeforeItIsAnswered() {
    HttpResponse<String> answer = poster.post(events("a", "b"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"judged\":2}\n");
    assertThat(run.out.text().lines())
        .containsExactly(
            "03:04:05.123456000: Informational id=a verb=get",
            "03:04:05.123456000: Informational id=b verb=get");
    assertThat(judgedAndRefused()).isEqualTo("[received: 2, judged: 2, refused: 0]");
  }

  @Test
  void everyShapeIsTaken() {
    String lines = event("c") + "\n" + list(event("d")) + "\n";
    String array = "[" + event("e") + "," + list(event("f"), event("g")) + "]";
    for (String body : new String[] {event("a"), lines, array, list()}) {
      assertThat(poster.post(body).statusCode()).as(body).isEqualTo(200);
    }
    assertThat(run.out.text().lines()).hasSize(6);
  }

  @Test
  void theOlderPathIsKnownToo() {
    assertThat(
            poster
                .send(
                    poster
                        .request("/k8s_audit")
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(event("a")))
                        .build())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBadItemIsNamedAndTheGoodOnesAreJudged() {
    HttpResponse<String> answer =
        poster.post(list(event("a"), "{\"auditID\":\"x\"}", "17", event("b")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"reason\":\"item 1 of the list is refused: it has no stageTimestamp\"")
        .contains("\"index\":1,", "\"judged\":2,", "\"refused\":2}");
    assertThat(run.out.text().lines()).hasSize(2);
    assertThat(run.err.text()).contains("item 1 of the list", "(and 1 more)");
    assertThat(judgedAndRefused()).isEqualTo("[received: 4, judged: 2, refused: 2]");
  }

  @Test
  void whatStandsBeforeDamageIsJudged() {
    HttpResponse<String> answer = poster.post(list(event("a"), event("b"), "{\"kind\" 7}"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("damaged JSON: line 1: expected ':' after a key, found '7'")
        .contains("\"index\":2,", "\"judged\":2,", "\"refused\":1}");
    assertThat(poster.post("rubbish").body()).contains("\"judged\":0,", "\"refused\":1}");
    assertThat(poster.post("[[" + event("c") + "]]").body()).contains("nested arrays");
    assertThat(judgedAndRefused()).isEqualTo("[received: 5, judged: 2, refused: 3]");
  }

  @Test
  void anEmptyBodyHasNothingToJudge() {
    assertThat(poster.post("").body()).isEqualTo("{\"judged\":0}\n");
  }

  @Test
  void otherMethodsTypesAndPathsAreRefused() {
    HttpResponse<String> get = poster.send(poster.request("/k8s-audit").GET().build());
    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(get.headers().firstValue("Allow")).hasValue("POST");
    byte[] body = event("a").getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> text = poster.post(body, "Content-Type", "text/plain");
    assertThat(text.statusCode()).isEqualTo(415);
    assertThat(text.body()).contains("application/json, not text/plain");
    assertThat(poster.post(body, "Content-Encoding", "br").statusCode()).isEqualTo(415);
    HttpResponse<String> elsewhere =
        poster.send(poster.request("/").POST(BodyPublishers.ofByteArray(body)).build());
    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(elsewhere.body()).contains("/k8s-audit, /k8s_audit");
    assertThat(judgedAndRefused()).isEqualTo("[received: 0, judged: 0, refused: 0]");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWhole() {
    String large = list(event("a"), " ".repeat(100_000) + event("b"));
    HttpResponse<String> announced = poster.post(large);
    assertThat(announced.statusCode()).isEqualTo(413);
    assertThat(announced.body()).contains("larger than 100000 bytes", "\"judged\":0");
    HttpResponse<String> chunked =
        poster.send(
            poster
                .request("/k8s-audit")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(
                        () ->
                            new java.io.ByteArrayInputStream(
                                large.getBytes(StandardCharsets.UTF_8))))
                .build());
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(run.out.text()).isEmpty();
  }

  @Test
  void aBatchThatIsTooLongIsJudgedUpToTheLimit() {
    HttpResponse<String> answer = poster.post(events("a", "b", "c", "d", "e", "f", "g"));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body())
        .contains("more than 5 items", "\"index\":5,", "\"judged\":5,", "\"refused\":2}");
    assertThat(judgedAndRefused()).isEqualTo("[received: 7, judged: 5, refused: 2]");
  }

  @Test
  void compressedBodiesAreUnpackedUpToTheLimit() throws IOException {
    HttpResponse<String> answer = poster.post(gzip(events("a", "b")), "Content-Encoding", "gzip");
    assertThat(answer.statusCode()).isEqualTo(200);
    byte[] bomb = gzip(" ".repeat(10_000_000) + event("c"));
    assertThat(bomb.length).isLessThan(100_000);
    answer = poster.post(bomb, "Content-Encoding", "gzip");
    assertThat(answer.statusCode()).isEqualTo(413);
    byte[] damaged = gzip(events("d", "e"));
    damaged[damaged.length - 6] ^= 1;
    answer = poster.post(damaged, "Content-Encoding", "gzip");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("cannot be unpacked", "\"judged\":0");
    assertThat(run.out.text().lines()).hasSize(2);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void tellsThatItIsWellAndWhatItIs() {
    HttpResponse<String> health = poster.send(poster.request("/healthz").GET().build());
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"ok\"}\n");
    HttpResponse<String> versions = poster.send(poster.request("/versions").GET().build());
    assertThat(versions.body()).contains("\"falco_version\":\"0.44.1\"", "\"falcoj_version\":");
    assertThat(
            poster
                .send(poster.request("/healthz").POST(BodyPublishers.noBody()).build())
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void speaksHttp2() {
    // Without TLS a client asks for it by an upgrade, which a body cannot have.
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    Poster http2 = new Poster(client, run.url());
    assertThat(http2.send(http2.request("/healthz").GET().build()).version())
        .isEqualTo(HttpClient.Version.HTTP_2);
    HttpResponse<String> answer = http2.post(events("a", "b"));
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(answer.body()).isEqualTo("{\"judged\":2}\n");
  }

  @Test
  void countsRequestsByStatus() {
    poster.post(events("a"));
    poster.post("rubbish");
    poster.post("rubbish");
    run.stop();
    assertThat(run.err.text())
        .contains("   answered 200: 1\n   answered 400: 2\n   broken off: 0\n");
  }
}
