package io.falcoj.runtime.source.scap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.SyscallTable;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  @TestFactory
  List<DynamicTest> eventsAndEndsOfEveryCapture() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode row : Corpus.jsonLines("golden-falco/events.jsonl.gz")) {
      String capture = row.get("capture").asText();
      tests.add(DynamicTest.dynamicTest(capture, () -> compare(row, capture)));
    }
    return tests;
  }

  private static void compare(JsonNode row, String capture) {
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
    return row.get("exit_status").asInt() != 0;
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
}
