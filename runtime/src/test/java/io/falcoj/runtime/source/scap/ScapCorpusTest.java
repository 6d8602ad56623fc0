package io.falcoj.runtime.source.scap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.fidelity.FidelityReport;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Numbers, types and ends of recorded captures are those that the real engine printed. */
class ScapCorpusTest {
  /** What a rule that matches everything would see. */
  private static final class Seen implements SourceHandler {
    final Map<Long, String> types = new HashMap<>();
    final Map<Long, Long> times = new HashMap<>();
    final Map<String, Integer> counts = new TreeMap<>();
    long num;
    long first;
    long last;
    int events;
    @Nullable SourceException damage;

    @Override
    public void event(RawEvent raw) {
      num += raw.numbered() ? 1 : 0;
      if (raw.stateOnly()) {
        return;
      }
      events++;
      first = first == 0 ? num : first;
      last = num;
      String name = name(raw);
      types.put(num, name);
      times.put(num, EventHeader.timestamp(raw.buffer(), raw.offset()));
      counts.merge(name, 1, Integer::sum);
    }

    private static String name(RawEvent raw) {
      EventType type = EventTable.standard().byCode(EventHeader.type(raw.buffer(), raw.offset()));
      assertThat(type).isNotNull();
      int at = raw.offset() + EventHeader.LENGTH;
      int count = EventHeader.paramCount(raw.buffer(), raw.offset());
      int value = at + count * type.lengthSize();
      for (int i = 0; i < count; i++) {
        int length =
            type.lengthSize() == 2
                ? LittleEndian.u16(raw.buffer(), at + 2 * i)
                : LittleEndian.i32(raw.buffer(), at + 4 * i);
        if (type.id().startsWith("GENERIC_") && i == 0) {
          return syscall(raw.buffer(), value, count);
        }
        if (type.id().equals("ASYNCEVENT_E") && i == 1) {
          return new String(raw.buffer(), value, length - 1, StandardCharsets.UTF_8);
        }
        value += length;
      }
      return type.name();
    }
  }

  /** Old events have only the native number of a call that had no code yet. */
  private static String syscall(byte[] buffer, int value, int count) {
    SyscallTable table = SyscallTable.standard();
    String name = table.name(LittleEndian.u16(buffer, value));
    if (count > 1 && "unknown".equals(name)) {
      name = table.name(table.codeOfX86(LittleEndian.u16(buffer, value + 2)));
    }
    return name == null ? "unknown" : name;
  }

  private static Seen read(Path file) {
    Seen seen = new Seen();
    try (ScapSource source = ScapSource.open(file)) {
      while (source.poll(seen) >= 0) {
        // everything is noted by the handler
      }
    } catch (SourceException e) {
      seen.damage = e;
    }
    return seen;
  }

  private static int judged;
  private static int agreed;
  private static int conversions;
  private static int converted;

  @TestFactory
  List<DynamicTest> eventsAndEndsOfEveryCapture() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode row : Corpus.jsonLines("golden-falco/events.jsonl.gz")) {
      String capture = row.get("capture").asText();
      tests.add(DynamicTest.dynamicTest(capture, () -> compare(row, capture)));
    }
    return tests;
  }

  @AfterAll
  static void report() {
    if (judged > 0) {
      FidelityReport.put("golden-falco/events", FidelityReport.suite(judged, agreed));
      FidelityReport.put(
          "vectors/convert (captures)", FidelityReport.suite(conversions, converted));
    }
  }

  private static void compare(JsonNode row, String capture) {
    judged++;
    judge(row, capture);
    agreed += contradicts(row) ? 0 : 1;
  }

  private static void judge(JsonNode row, String capture) {
    Seen seen = read(Corpus.file(capture));
    Map<String, Integer> wanted = new TreeMap<>();
    row.path("types").fields().forEachRemaining(e -> wanted.put(e.getKey(), e.getValue().asInt()));
    assertThat(seen.damage != null).as("damaged: %s", seen.damage).isEqualTo(failed(row));
    assertThat(seen.counts).isEqualTo(wanted);
    assertThat(seen.events).isEqualTo(row.get("events").asInt());
    if (seen.events > 0) {
      assertThat(seen.first).as("first number").isEqualTo(row.get("first_num").asLong());
      assertThat(seen.last).as("last number").isEqualTo(row.get("last_num").asLong());
    }
    if (seen.damage != null) {
      assertThat(seen.damage.offset()).isBetween(0L, 1L << 40);
      assertThat(seen.damage.getMessage()).isNotBlank().doesNotContain("Exception");
    }
  }

  private static boolean failed(JsonNode row) {
    return row.get("exit_status").asInt() != 0 || contradicts(row);
  }

  /** Upstream does not look at the second length of event blocks, so its exit code is another. */
  private static boolean contradicts(JsonNode row) {
    return row.get("capture").asText().endsWith("__corrupt_trailer.scap");
  }

  @TestFactory
  Stream<DynamicTest> numbersOfEveryPrintedEvent() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Corpus.file("golden-falco/fields"))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> numbers(file)));
  }

  private static void numbers(Path file) throws IOException {
    List<JsonNode> rows = Corpus.jsonLines(Corpus.file("").relativize(file).toString());
    Seen seen = read(Corpus.capture(rows.get(0).get("capture").asText()));
    assertThat(seen.events).isEqualTo(rows.get(0).get("events_total").asInt());
    for (JsonNode row : rows.subList(1, rows.size())) {
      long num = row.get("evt.num").asLong();
      assertThat(seen.types.get(num)).as("type of %d", num).isEqualTo(row.get("evt.type").asText());
      assertThat(seen.times.get(num))
          .as("time of %d", num)
          .isEqualTo(row.get("evt.rawtime").asLong());
    }
  }

  /** Captures in the newest format are copied byte for byte. */
  @TestFactory
  Stream<DynamicTest> copiesOfCurrentCaptures() throws IOException {
    try (Stream<Path> all = Files.list(Corpus.file("captures/own"))) {
      return all
          .filter(file -> file.getFileName().toString().matches("[ab][0-9].*"))
          .sorted()
          .toList()
          .stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> copy(file)));
    }
  }

  private static void copy(Path file) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ScapSource source = ScapSource.open(file);
        ScapWriter writer = ScapWriter.plain(bytes)) {
      while (source.poll(writer) >= 0) {
        // everything is written by the handler
      }
    }
    byte[] original;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      original = in.readAllBytes();
    }
    assertThat(Arrays.mismatch(bytes.toByteArray(), original)).isEqualTo(-1);
  }

  /** Old captures, so that the converter sees damaged events too. */
  @TestFactory
  Stream<DynamicTest> damagedCopiesEndWithAnErrorOrNot() {
    return Stream.of("falco_cat_write", "falco_syscall", "libs_captures_curl_google")
        .map(name -> DynamicTest.dynamicTest(name, () -> damage(Corpus.capture(name))));
  }

  private static void damage(Path file) throws IOException {
    byte[] capture = Files.readAllBytes(file);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(capture))) {
      capture = in.readAllBytes();
    } catch (ZipException notCompressed) {
      // as it is
    }
    Random random = new Random(capture.length);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = capture.clone();
      for (int i = 0; i < 1 + round / 10; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Recording read = Recording.of(damaged);
      for (byte[] event : read.events) {
        assertThat(EventHeader.eventLength(event, 0)).isEqualTo(event.length);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> eventsAfterConversion() throws IOException {
    return Corpus.jsonLines("vectors/convert.jsonl").stream()
        .filter(row -> row.path("input").has("capture"))
        .map(row -> DynamicTest.dynamicTest(row.get("id").asText(), () -> convert(row)));
  }

  private static void convert(JsonNode row) throws Exception {
    conversions++;
    converted(row);
    converted++;
  }

  private static void converted(JsonNode row) throws Exception {
    Recording read = new Recording();
    try (ScapSource source = ScapSource.open(Corpus.file(row.at("/input/capture").asText()))) {
      while (source.poll(read) >= 0) {
        // everything is noted by the handler
      }
    }
    row.at("/expect/events_after_conversion")
        .fields()
        .forEachRemaining(
            e ->
                assertThat(Collections.frequency(read.types(), type(e.getKey()).code()))
                    .as(e.getKey())
                    .isEqualTo(e.getValue().asInt()));
    JsonNode wanted = row.at("/expect/event_present_after_conversion");
    if (!wanted.isMissingNode()) {
      EventEncoder encoder = new EventEncoder();
      encoder.begin(
          type(wanted.get("type").asText()), wanted.get("ts").asLong(), wanted.get("tid").asLong());
      wanted.get("params").forEach(param -> encoder.number(param.asLong()));
      assertThat(read.events).contains(encoder.toBytes());
    }
  }

  private static EventType type(String code) {
    return EventTable.standard().byId(code.substring("PPME_".length()));
  }
}
