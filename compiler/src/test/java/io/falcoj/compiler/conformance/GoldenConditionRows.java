package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Conditions that Falco loaded and ran over captures, and those that it refused. */
final class GoldenConditionRows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LISTED = 200;

  private GoldenConditionRows() {}

  private static List<JsonNode> loading(Path corpus) throws IOException {
    Path file = corpus.resolve("golden-falco/conditions/conditions.yaml");
    List<JsonNode> conditions = new ArrayList<>();
    if (Files.exists(file)) {
      Object list = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      for (JsonNode row : JSON.<JsonNode>valueToTree(list)) {
        if (row.path("loads").asBoolean()) {
          conditions.add(row);
        }
      }
    }
    return conditions;
  }

  /** One row for each condition and capture. */
  static List<Row> of(Path corpus) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (JsonNode row : loading(corpus)) {
      texts.put(row.get("id").asText(), row.get("condition").asText());
    }
    List<Row> rows = new ArrayList<>();
    if (texts.isEmpty()) {
      return rows;
    }
    ConditionSet set = ConditionSet.compile(texts);
    FalcoFaults faults = new FalcoFaults(texts);
    Path golden = corpus.resolve("golden-falco/conditions");
    for (Path table : Corpus.files(golden, ".tsv.gz")) {
      String name = golden.relativize(table).toString().replace(".tsv.gz", "");
      Path plain = corpus.resolve("captures/" + name + ".scap");
      Path capture = Files.exists(plain) ? plain : corpus.resolve("captures/" + name + ".scap.gz");
      List<String> lines = Corpus.lines(table);
      long last = lines.get(0).contains("evt.num<=all") ? Long.MAX_VALUE : 3000;
      ConditionSet.Run run = set.run(capture, last);
      for (String line : lines.subList(1, lines.size())) {
        String[] columns = line.split("\t", -1);
        rows.add(new Row(columns[0] + " " + name, () -> compare(set, columns, run, faults)));
      }
    }
    return rows;
  }

  private static Verdict compare(
      ConditionSet set, String[] columns, ConditionSet.Run run, FalcoFaults faults) {
    List<Long> events = run.matches().getOrDefault(columns[0], List.of());
    if (set.refused().containsKey(columns[0])) {
      return Verdict.differs("does not compile: " + set.refused().get(columns[0]));
    }
    String first =
        String.join(",", events.stream().limit(LISTED).map(n -> Long.toString(n)).toList());
    String expected = columns.length > 2 ? columns[2] : "";
    if (columns[1].equals(Integer.toString(events.size())) && first.equals(expected)) {
      return Verdict.AGREES;
    }
    String difference =
        "%d instead of %s: %s".formatted(events.size(), columns[1], difference(first, expected));
    String fault =
        set.mended().contains(columns[0])
            ? "taken as written, with a warning"
            : faults.explain(columns[0], events, numbers(expected), run.relative());
    return fault.isEmpty() ? Verdict.differs(difference) : Verdict.deliberate(fault);
  }

  private static List<Long> numbers(String list) {
    List<Long> numbers = new ArrayList<>();
    for (String number : list.split(",")) {
      if (!number.isEmpty()) {
        numbers.add(Long.parseLong(number));
      }
    }
    return numbers;
  }

  private static String difference(String actual, String expected) {
    Set<String> ours = new HashSet<>(List.of(actual.split(",")));
    Set<String> theirs = new HashSet<>(List.of(expected.split(",")));
    Set<String> more = new TreeSet<>(ours);
    more.removeAll(theirs);
    theirs.removeAll(ours);
    return "more " + more.stream().limit(5).toList() + " less " + theirs.stream().limit(5).toList();
  }

  /** Refused conditions: code, words, and the innermost place in a file of one rule. */
  static List<Row> rejected(Path corpus) throws IOException {
    Path table = corpus.resolve("golden-falco/conditions/rejected.tsv");
    List<Row> rows = new ArrayList<>();
    if (Files.exists(table)) {
      List<String> lines = Files.readAllLines(table);
      for (String line : lines.subList(1, lines.size())) {
        String[] columns = line.split("\t", -1);
        rows.add(new Row(columns[0], () -> rejected(columns)));
      }
    }
    return rows;
  }

  private static Verdict rejected(String[] columns) throws Exception {
    String condition = JSON.readValue(columns[5], String.class);
    Loading loading = Loading.of(List.of(ruleFile(condition)), Set.of("syscall"));
    if (columns[1].equals("CRASH")) {
      return loading.result().successful()
          ? Verdict.deliberate("ends Falco: " + columns[4])
          : Verdict.AGREES;
    }
    if (loading.result().successful()) {
      return Verdict.differs("is taken; Falco says " + columns[4]);
    }
    JsonNode error = loading.json().at("/0/errors/0");
    JsonNode places = error.at("/context/locations");
    JsonNode place = places.get(places.size() - 1).get("position");
    String wanted =
        String.join(
            " ", columns[1], columns[2], columns[3], JSON.readValue(columns[4], String.class));
    String got =
        String.join(
            " ",
            error.get("code").asText(),
            place.get("line").asText(),
            place.get("column").asText(),
            error.get("message").asText());
    return Verdict.equal(wanted, got);
  }

  /** As the recorded ones were: the condition comes first. */
  private static SourceFile ruleFile(String condition) {
    return new SourceFile(
        "rules.yaml",
        """
        - condition: "%s"
          rule: test
          desc: about
          output: out
          priority: NOTICE
        """
            .formatted(OneRule.quoted(condition)));
  }

  /** Codes and words of the warnings that loading a condition gives. */
  static List<Row> warnings(Path corpus) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : loading(corpus)) {
      rows.add(new Row(row.get("id").asText(), () -> warnings(row)));
    }
    return rows;
  }

  private static Verdict warnings(JsonNode row) throws Exception {
    SourceFile file = ruleFile(row.get("condition").asText());
    Set<String> expected = new TreeSet<>();
    row.path("warnings").forEach(w -> expected.add(w.get(0).asText() + " " + w.path(1).asText()));
    if (row.path("no_evttype_warning").asBoolean()) {
      expected.add(
          DiagnosticCode.NO_EVTTYPE.falcoCode()
              + " Rule matches too many evt.type values. This has a significant performance"
              + " penalty.");
    }
    Set<String> actual = new TreeSet<>();
    Loading loading = Loading.of(List.of(file), Set.of("syscall"));
    for (JsonNode warning : loading.json().at("/0/warnings")) {
      actual.add(warning.get("code").asText() + " " + warning.get("message").asText());
    }
    return Verdict.equal(expected, actual);
  }
}
