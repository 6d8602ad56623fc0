package io.falcoj.runtime.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Replays the captures of the corpus and compares every field of every recorded event with what the
 * real engine printed. Every difference has one of the reasons of {@link KnownFault}, and {@code
 * golden-floor.tsv} says how many values of a field may differ so; a field that is not in it must
 * agree everywhere.
 *
 * <p>{@code -Dfalcoj.golden.captures=REGEX} chooses captures; then no floor applies.
 */
@Tag("corpus")
class GoldenFieldsTest {
  /** These depend on how often the field is asked, which no reader can tell. */
  private static final Set<String> COUNTING =
      Set.of("util.cnt", "evt.deltatime", "evt.deltatime.s", "evt.deltatime.ns");

  /** Order of its values is that of a hash table. */
  private static final String UNORDERED = "fd.types";

  private static final Map<String, FieldTally> TALLIES = new LinkedHashMap<>();
  private static final TreeSet<String> UNBOUND = new TreeSet<>();
  private static final List<String> MISSING = new ArrayList<>();
  private static String chosen = "";

  @BeforeAll
  static void compareAll() throws Exception {
    chosen = System.getProperty("falcoj.golden.captures", "");
    Path folder = Corpus.file("golden-falco/fields");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(p -> p.toString().endsWith(".jsonl.gz")).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace(".jsonl.gz", "");
      if (chosen.isEmpty() || name.matches(chosen)) {
        compare(name);
      }
    }
  }

  @AfterAll
  static void report() {
    if (chosen.isEmpty() && !TALLIES.isEmpty()) {
      FieldFigures.report("golden-falco/fields", TALLIES.values());
    }
  }

  private static void compare(String name) throws Exception {
    List<JsonNode> rows = Corpus.jsonLines("golden-falco/fields/" + name + ".jsonl.gz");
    Map<String, FieldReader> readers = new LinkedHashMap<>();
    for (JsonNode field : rows.get(0).get("fields")) {
      bind(field.asText(), readers);
    }
    Map<Long, JsonNode> expected = new HashMap<>();
    for (JsonNode row : rows.subList(1, rows.size())) {
      expected.put(row.get("evt.num").asLong(), row);
    }
    Replay.of(Corpus.capture(name), context -> compare(name, context, readers, expected));
    if (!expected.isEmpty()) {
      MISSING.add(
          name
              + ": "
              + expected.size()
              + " events missing, such as "
              + new TreeSet<>(expected.keySet()).first());
    }
  }

  private static void bind(String field, Map<String, FieldReader> readers) {
    FieldRef ref = FieldCatalog.standard().resolve(field, EventSources.SYSCALL);
    try {
      readers.put(field, FieldReader.of(Objects.requireNonNull(ref, field)));
    } catch (IllegalArgumentException e) {
      UNBOUND.add(field);
    }
  }

  private static void compare(
      String name,
      MatchContext context,
      Map<String, FieldReader> readers,
      Map<Long, JsonNode> expected) {
    JsonNode row = expected.remove(context.eventNumber());
    if (row == null) {
      return;
    }
    String where = name + " " + context.event().type().id();
    readers.forEach(
        (field, reader) -> {
          if (!COUNTING.contains(field)) {
            boolean unordered = field.equals(UNORDERED);
            Object recorded = sorted(JsonValue.of(row.get(field)), unordered);
            Object actual = sorted(JsonValue.of(reader, context), unordered);
            boolean equal = Objects.equals(recorded, actual);
            TALLIES
                .computeIfAbsent(field, FieldTally::new)
                .compare(
                    where, recorded, actual, equal ? null : KnownFault.of(context, field, actual));
          }
        });
  }

  private static @Nullable Object sorted(@Nullable Object value, boolean wanted) {
    return wanted && value instanceof List<?> list ? new TreeSet<>(list) : value;
  }

  @Test
  void everyRecordedEventIsSeen() {
    assertThat(MISSING).isEmpty();
  }

  @Test
  void noFieldDiffersMoreThanItsFloorAllows() throws IOException {
    Map<String, Long> floor = chosen.isEmpty() ? floor() : Map.of();
    List<String> failures = new ArrayList<>();
    for (FieldTally tally : TALLIES.values()) {
      long allowed = floor.getOrDefault(tally.field, 0L);
      if (tally.differing > allowed || tally.unexplained > 0) {
        failures.add(
            tally.field
                + ": "
                + tally.differing
                + " differ, "
                + allowed
                + " allowed; "
                + tally.unexplained
                + " without a known reason\n"
                + String.join("\n", tally.worst(2)));
      }
    }
    assertThat(failures).isEmpty();
  }

  private static Map<String, Long> floor() throws IOException {
    Map<String, Long> floor = new HashMap<>();
    try (InputStream in = GoldenFieldsTest.class.getResourceAsStream("golden-floor.tsv");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] columns = line.split("\t", -1);
          floor.put(columns[0], Long.parseLong(columns[1]));
        }
      }
    }
    return floor;
  }
}
