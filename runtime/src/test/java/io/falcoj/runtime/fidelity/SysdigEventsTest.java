package io.falcoj.runtime.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares fields with what sysdig 0.29.3, an engine of 2022, printed for the same captures. It
 * numbers events with their starts, so rows are found by time, thread and type, and starts are left
 * out. Where the engines disagree, Falco 0.44.1 is right: {@code docs/fidelity.md} says why for
 * each field of {@code sysdig-floor.tsv}, which holds how many values agree.
 */
@Tag("corpus")
class SysdigEventsTest {
  /** These count events, or starts of calls, which the newer engine has no more. */
  private static final Set<String> OTHER_EVENTS =
      Set.of("evt.num", "evt.latency", "evt.deltatime", "evt.reltime", "evt.reltime.s");

  private final Map<String, FieldTally> tallies = new LinkedHashMap<>();
  private int rows;
  private final List<String> missing = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"events", "wide"})
  void fieldsAgree(String table) throws Exception {
    Path folder = Corpus.file("golden").resolve(table.equals("wide") ? "wide" : "");
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(p -> p.toString().endsWith("." + table + ".tsv.gz")).sorted().toList();
    }
    for (Path file : files) {
      compare(file, file.getFileName().toString().replace("." + table + ".tsv.gz", ""));
    }
    FieldFigures.report("golden/" + table, tallies.values());
    assertThat(missing).as("events of %d that are not there", rows).isEmpty();
    Map<String, Long> floor = floor(table);
    assertThat(tallies.values())
        .allSatisfy(
            tally ->
                assertThat(tally.differing)
                    .as("%s: %s", tally.field, tally.worst(2))
                    .isLessThanOrEqualTo(floor.getOrDefault(tally.field, 0L)));
  }

  private static Map<String, Long> floor(String table) throws IOException {
    Map<String, Long> floor = new HashMap<>();
    try (InputStream in = SysdigEventsTest.class.getResourceAsStream("sysdig-floor.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(l -> l.startsWith(table + "\t")).toList()) {
        String[] columns = line.split("\t", -1);
        floor.put(columns[1], Long.parseLong(columns[2]));
      }
    }
    return floor;
  }

  private void compare(Path file, String capture) throws Exception {
    List<String> lines = lines(file);
    String[] header = lines.get(0).split("\t");
    Map<String, String[]> expected = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split("\t", -1);
      if (row.length == header.length && column(header, row, "evt.dir").equals("<")) {
        expected.put(
            key(column(header, row, "evt.rawtime"), column(header, row, "thread.tid")), row);
      }
    }
    rows += expected.size();
    FieldReader[] readers = readers(header);
    Replay.of(
        Corpus.capture(capture),
        context -> {
          String time = Long.toString(context.timestamp());
          String[] row = expected.remove(key(time, Long.toString(context.event().tid())));
          if (row != null) {
            compare(capture, header, row, readers, context);
          }
        });
    expected.keySet().forEach(key -> missing.add(capture + " " + key));
  }

  private static String key(String time, String tid) {
    return time + " " + tid;
  }

  private static String column(String[] header, String[] row, String name) {
    return row[List.of(header).indexOf(name)];
  }

  private static FieldReader[] readers(String[] header) {
    FieldReader[] readers = new FieldReader[header.length];
    for (int i = 0; i < header.length; i++) {
      FieldRef ref = OTHER_EVENTS.contains(header[i]) ? null : ref(header[i]);
      readers[i] = ref == null ? null : FieldReader.of(ref);
    }
    return readers;
  }

  private static @Nullable FieldRef ref(String field) {
    return FieldCatalog.standard().resolve(field, EventSources.SYSCALL);
  }

  private void compare(
      String capture, String[] header, String[] row, FieldReader[] readers, MatchContext context) {
    for (int i = 0; i < header.length; i++) {
      FieldReader reader = readers[i];
      if (reader != null) {
        String where = capture + " " + context.event().type().id();
        tallies
            .computeIfAbsent(header[i], FieldTally::new)
            .compare(where, row[i], text(context, reader), null);
      }
    }
  }

  private static String text(MatchContext context, FieldReader reader) {
    TextBuilder out = new TextBuilder().begin();
    if (!reader.appendText(context, out)) {
      out.append("<NA>");
    }
    return new String(out.finish(new ByteSlice()).toBytes(), StandardCharsets.ISO_8859_1);
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new ArrayList<>(
          new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList());
    }
  }
}
