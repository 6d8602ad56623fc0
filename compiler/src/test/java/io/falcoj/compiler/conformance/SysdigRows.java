package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that sysdig 0.29.3, an engine of 2022, ran over captures: how many events matched. It
 * counted the starts of calls, too, which Falco 0.44.1 has no more, so a count says something where
 * the condition asks for ends ({@code evt.dir=<}).
 */
final class SysdigRows {
  private static final String ENDS = "evt.dir=<";

  private static final List<String[]> REASONS = reasons();

  /** One count of a table. */
  private record Count(String id, String condition, String expected) {}

  private SysdigRows() {}

  /** Filters by themselves. */
  static List<Row> filters(Path corpus) throws IOException {
    Map<String, List<Count>> counts = new LinkedHashMap<>();
    for (String[] row : table(corpus.resolve("golden/filters-golden.tsv"))) {
      counts
          .computeIfAbsent(row[0], c -> new ArrayList<>())
          .add(new Count(row[1] + " " + row[0], row[2], row[3]));
    }
    return rows(corpus, counts);
  }

  /** Conditions of the rules of four ages, with their macros and lists filled in. */
  static List<Row> rules(Path corpus) throws IOException {
    return matrix(corpus, "golden/rule-matrix", "rule");
  }

  /** The same for macros. */
  static List<Row> macros(Path corpus) throws IOException {
    return matrix(corpus, "golden/macro-matrix", "macro");
  }

  private static List<Row> matrix(Path corpus, String folder, String key) throws IOException {
    Map<String, List<Count>> counts = new LinkedHashMap<>();
    for (Path file : Corpus.files(corpus.resolve(folder), ".filters.jsonl")) {
      Map<String, String> conditions = new HashMap<>();
      for (JsonNode filter : Corpus.json(file)) {
        if (!filter.has("error")) {
          conditions.put(filter.get(key).asText(), filter.get("filter").asText());
        }
      }
      String name = file.getFileName().toString().replace(".filters.jsonl", "");
      for (String[] row : table(file.resolveSibling(name + ".tsv"))) {
        if (conditions.containsKey(row[1])) {
          counts
              .computeIfAbsent(row[0], c -> new ArrayList<>())
              .add(new Count(name + " " + row[1] + " " + row[0], conditions.get(row[1]), row[2]));
        }
      }
    }
    return rows(corpus, counts);
  }

  private static List<String[]> table(Path file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        rows.add(line.split("\t", -1));
      }
      rows.remove(0);
    }
    return rows;
  }

  private static List<Row> rows(Path corpus, Map<String, List<Count>> byCapture)
      throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    byCapture.values().forEach(counts -> counts.forEach(c -> texts.put(c.condition, c.condition)));
    Map<String, String> ids = new LinkedHashMap<>();
    Map<String, String> conditions = new LinkedHashMap<>();
    for (String text : texts.keySet()) {
      ids.put(text, "c" + ids.size());
      conditions.put(ids.get(text), text);
    }
    List<Row> rows = new ArrayList<>();
    if (conditions.isEmpty()) {
      return rows;
    }
    ConditionSet set = ConditionSet.compile(conditions);
    for (Map.Entry<String, List<Count>> capture : byCapture.entrySet()) {
      Path file = corpus.resolve("captures/" + capture.getKey());
      ConditionSet.Run run = set.run(file, Long.MAX_VALUE);
      for (Count count : capture.getValue()) {
        String id = ids.get(count.condition);
        int ours = run.matches().getOrDefault(id, List.of()).size();
        rows.add(new Row(count.id, () -> judge(count, set.refused().get(id), ours)));
      }
    }
    return rows;
  }

  private static Verdict judge(Count count, @Nullable String refused, int ours) {
    boolean older = count.expected.startsWith("ERR");
    if (refused != null) {
      return older ? Verdict.AGREES : Verdict.deliberate("is no condition any more: " + refused);
    }
    if (older) {
      return Verdict.deliberate("was no condition yet: " + count.expected);
    }
    if (count.expected.equals(Integer.toString(ours))) {
      return Verdict.AGREES;
    }
    String difference = ours + " events instead of " + count.expected;
    if (!count.condition.contains(ENDS)) {
      return Verdict.deliberate("starts of calls are counted: " + difference);
    }
    for (String[] reason : REASONS) {
      if (count.id.matches(reason[0])) {
        return Verdict.deliberate(reason[1] + ": " + difference);
      }
    }
    return Verdict.differs(difference + ": " + count.condition);
  }

  private static List<String[]> reasons() {
    try (InputStream in = SysdigRows.class.getResourceAsStream("/sysdig-reasons.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
