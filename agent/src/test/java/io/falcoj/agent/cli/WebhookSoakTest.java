package io.falcoj.agent.cli;

import static io.falcoj.agent.cli.AuditEvents.events;
import static io.falcoj.agent.cli.AuditEvents.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything at once that takes memory or connections, against a process with a small heap: healthy
 * requests go on, and what the answers say adds up to what the process has counted.
 */
class WebhookSoakTest {
  private static final int BODY_LIMIT = 64 << 20;
  private static final int BATCH = 10_000;
  private static final int SLOW = 200;
  private static final int HALF = 20;

  /** The heap, and as much for code, threads and the network. */
  private static final long MOST_MEGABYTES = 512;

  private static final Pattern LISTENING = Pattern.compile("at (http://127.0.0.1:(\\d+)/\\S*)");

  /** Alerts on what {@link AuditEvents#event} makes when its id begins so. */
  private static final String RULES =
      """
      - rule: Marked
        desc: alerts on some events
        condition: ka.auditid startswith marked
        output: id=%ka.auditid
        priority: INFO
        source: k8s_audit
      """;

  @TempDir private Path dir;
  private final ExecutorService clients = Executors.newCachedThreadPool();
  private Tally tally = new Tally("");

  @Test
  void countersAddUpAndHealthyRequestsGoOn() throws Exception {
    Path rules = Files.writeString(dir.resolve("rules.yaml"), RULES);
    try (FalcoProcess process =
        FalcoProcess.startWith(
            List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"),
            "-r",
            rules.toString(),
            "--k8s-audit-listen",
            "127.0.0.1:0",
            "-o",
            "k8s_audit.limits.read_timeout_seconds=5",
            "--stats")) {
      Matcher at = LISTENING.matcher(process.err.await(text -> LISTENING.matcher(text).find()));
      assertThat(at.find()).isTrue();
      tally = new Tally(at.group(1));
      int port = Integer.parseInt(at.group(2));
      assertThat(tally.post(events("marked")).statusCode()).isEqualTo(200);
      run(() -> slow(port), () -> half(port), this::large, this::batches, this::bombs, this::small);
      long peak = peakKilobytes(process.pid());
      assertThat(peak).as("kilobytes of the process").isLessThan(MOST_MEGABYTES * 1024);
      assertThat(process.terminate()).isZero();
      String said = process.err.text();
      System.out.printf(
          "soak: %s; peak of the process %d MB with a heap of 256 MB%n", tally, peak / 1024);
      assertThat(said).doesNotContain("OutOfMemory", "\tat ");
      assertThat(said)
          .contains(
              "events received: %d\nevents judged: %d\nevents refused: %d\n"
                  .formatted(tally.judged + tally.refused, tally.judged, tally.refused));
      assertThat(requests(said)).isEqualTo(tally.answers + SLOW + HALF);
      assertThat(said).contains("answered 408: " + SLOW + "\n", "broken off: " + HALF + "\n");
      assertThat(process.out.text().lines()).hasSize(tally.marked);
    } finally {
      clients.shutdown();
    }
  }

  private void run(Work... all) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (Work work : all) {
      running.add(clients.submit(work));
    }
    for (Future<?> each : running) {
      each.get(3, TimeUnit.MINUTES);
    }
  }

  private interface Work extends Callable<Void> {
    void run() throws Exception;

    @Override
    default Void call() throws Exception {
      run();
      return null;
    }
  }

  /** Clients that send a byte a second. */
  private void slow(int port) throws Exception {
    List<RawRequest> requests = new ArrayList<>();
    for (int i = 0; i < SLOW; i++) {
      requests.add(RawRequest.announcing(port, 5000));
    }
    var seconds = Executors.newSingleThreadScheduledExecutor();
    seconds.scheduleAtFixedRate(
        () -> requests.forEach(RawRequest::trickle), 0, 1, TimeUnit.SECONDS);
    for (RawRequest request : requests) {
      assertThat(request.answer()).contains(" 408 ");
    }
    seconds.shutdown();
    for (RawRequest request : requests) {
      request.close();
    }
  }

  /** Clients that go away in the middle of a body. */
  private static void half(int port) throws IOException {
    String body = events("a".repeat(100_000));
    for (int i = 0; i < HALF; i++) {
      try (RawRequest request = RawRequest.invited(port, body.length())) {
        request.send(body.substring(0, body.length() / 2));
      }
    }
  }

  /** Bodies of the largest size that is allowed. */
  private void large() {
    byte[] body = new byte[BODY_LIMIT];
    Arrays.fill(body, (byte) ' ');
    byte[] items = batch("y".repeat(6_400)).getBytes(StandardCharsets.UTF_8);
    assertThat(items.length).isBetween(BODY_LIMIT - (2 << 20), BODY_LIMIT);
    System.arraycopy(items, 0, body, 0, items.length);
    for (int i = 0; i < 4; i++) {
      assertThat(tally.postUntilTaken(body).statusCode()).isEqualTo(200);
    }
  }

  /** Batches, some with an item that is damaged or none. */
  private void batches() {
    String good = batch("");
    String bad = good.replaceFirst("\"stageTimestamp\"", "\"otherTimestamp\"");
    String damaged = good.substring(0, good.length() / 2);
    for (int i = 0; i < 6; i++) {
      assertThat(tally.postUntilTaken(bytes(good)).statusCode()).isEqualTo(200);
      assertThat(tally.postUntilTaken(bytes(bad)).statusCode()).isEqualTo(400);
      assertThat(tally.postUntilTaken(bytes(damaged)).statusCode()).isEqualTo(400);
    }
    String item = "7,";
    assertThat(tally.postUntilTaken(bytes(list(item.repeat(120_000) + "7"))).statusCode())
        .isEqualTo(413);
  }

  /** Compressed bodies: within the limit, and far beyond it. */
  private void bombs() throws IOException {
    byte[] good = gzip(batch(""), 0);
    byte[] bomb = gzip(batch(""), 1 << 28);
    assertThat(bomb.length).isLessThan(2 << 20);
    for (int i = 0; i < 5; i++) {
      assertThat(tally.postUntilTaken(good, "Content-Encoding", "gzip").statusCode())
          .isEqualTo(200);
      assertThat(tally.postUntilTaken(bomb, "Content-Encoding", "gzip").statusCode())
          .isEqualTo(413);
    }
  }

  /** What a healthy client sends meanwhile. */
  private void small() {
    for (int i = 0; i < 300; i++) {
      byte[] body = bytes(events("marked" + i, "b" + i));
      assertThat(tally.postUntilTaken(body).statusCode()).isEqualTo(200);
      tally.mark();
    }
  }

  private static String batch(String more) {
    return events(Collections.nCopies(BATCH, "id" + more).toArray(new String[0]));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Compresses a text and blanks behind it. */
  private static byte[] gzip(String text, int blanks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 16];
    Arrays.fill(block, (byte) ' ');
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(bytes(text));
      for (int i = 0; i < blanks; i += block.length) {
        gzip.write(block);
      }
    }
    return bytes.toByteArray();
  }

  private static long peakKilobytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /** All requests that the process has counted. */
  private static long requests(String said) {
    return Pattern.compile("(?:answered \\d+|broken off): (\\d+)\n")
        .matcher(said)
        .results()
        .mapToLong(each -> Long.parseLong(each.group(1)))
        .sum();
  }

  /** Adds up what answers say. */
  private static final class Tally {
    private static final Pattern JUDGED = Pattern.compile("\"judged\":(\\d+)");
    private static final Pattern REFUSED = Pattern.compile("\"refused\":(\\d+)");

    /** Sent again so often at most. */
    private static final int MOST_TIMES = 10_000;

    private final Poster poster;
    private long answers;
    private long judged;
    private long refused;
    private long tooMany;
    private int marked = 1;

    Tally(String url) {
      poster = Poster.http1(url);
    }

    HttpResponse<String> post(String body) {
      return count(poster.post(body));
    }

    /** Sends again what was refused because of others. */
    HttpResponse<String> postUntilTaken(byte[] body, String... headers) {
      HttpResponse<String> answer = count(poster.post(body, headers));
      for (int again = 0; answer.statusCode() == 429 && again < MOST_TIMES; again++) {
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        answer = count(poster.post(body, headers));
      }
      return answer;
    }

    private synchronized HttpResponse<String> count(HttpResponse<String> answer) {
      answers++;
      tooMany += answer.statusCode() == 429 ? 1 : 0;
      judged += number(JUDGED, answer.body());
      refused += number(REFUSED, answer.body());
      return answer;
    }

    private static long number(Pattern pattern, String text) {
      Matcher found = pattern.matcher(text);
      return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    synchronized void mark() {
      marked++;
    }

    @Override
    public String toString() {
      return "%d answers, %d of them 429, %d events judged, %d refused"
          .formatted(answers, tooMany, judged, refused);
    }
  }
}
