package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Upstream's tests of {@code falco -V}: codes, places and messages, and whether files load. */
final class LoaderExpectationRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LoaderExpectationRows() {}

  static List<Row> of(Path corpus) throws IOException {
    Path file = corpus.resolve("expectations/loader-expectations.yaml");
    Map<String, Row> recorded = new HashMap<>();
    GoldenLoadRows.of(corpus).forEach(row -> recorded.put(row.id(), row));
    List<Row> rows = new ArrayList<>();
    if (Files.exists(file)) {
      Object list = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      for (JsonNode row : JSON.<JsonNode>valueToTree(list)) {
        rows.add(new Row(row.get("id").asText(), () -> judge(corpus, row, recorded)));
      }
    }
    return rows;
  }

  /** Where versions of Falco say different things, what 0.44.1 was recorded to say counts. */
  private static Verdict judge(Path corpus, JsonNode row, Map<String, Row> recorded)
      throws IOException {
    List<String> names = new ArrayList<>();
    row.get("rules").forEach(name -> names.add(name.asText()));
    Verdict verdict = judge(corpus, row, names);
    Row newer = recorded.get(String.join(" ", names));
    return verdict.outcome() == Verdict.Outcome.DIFFERS
            && newer != null
            && newer.verdict().outcome() == Verdict.Outcome.AGREES
        ? Verdict.deliberate("Falco 0.44.1 says otherwise, as we do: " + verdict.reason())
        : verdict;
  }

  private static Verdict judge(Path corpus, JsonNode row, List<String> names) throws IOException {
    Loading loading = Loading.of(corpus, names, Set.of("syscall"));
    JsonNode expect = row.get("expect");
    boolean fails = expect.path("exit_status").asInt() != 0;
    if (fails == loading.result().successful()) {
      return Verdict.differs("loads: " + loading.result().successful() + " " + loading.json());
    }
    JsonNode results = loading.json();
    for (String kind : List.of("errors", "warnings")) {
      List<JsonNode> found = new ArrayList<>();
      results.forEach(result -> result.get(kind).forEach(found::add));
      JsonNode count = expect.path(kind + "_count");
      if (count.isInt() && count.asInt() != found.size()) {
        return Verdict.differs(kind + ": " + found.size() + " " + found);
      }
      for (JsonNode wanted : expect.path(kind)) {
        if (found.stream().noneMatch(f -> fits(wanted, f))) {
          return Verdict.differs(kind + " lack " + wanted + " in " + found);
        }
      }
    }
    return Verdict.AGREES;
  }

  private static boolean fits(JsonNode wanted, JsonNode found) {
    if (wanted.has("code") && !equal(wanted.get("code"), found.get("code"))) {
      return false;
    }
    if (wanted.has("message") && !wanted.get("message").equals(found.get("message"))) {
      return false;
    }
    for (JsonNode place : found.at("/context/locations")) {
      if ((!wanted.has("item_type") || wanted.get("item_type").equals(place.get("item_type")))
          && (!wanted.has("item_name") || wanted.get("item_name").equals(place.get("item_name")))) {
        return true;
      }
    }
    return false;
  }

  private static boolean equal(JsonNode a, JsonNode b) {
    return a.asText().equalsIgnoreCase(b.asText());
  }
}
