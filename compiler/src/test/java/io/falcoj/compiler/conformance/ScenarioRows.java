package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Small rule files over captures, with the number of alerts of each rule as sysdig 0.29.3 counted
 * them by hand-made filters. Where it counted starts of calls, a real Falco 0.44.1 has to say as we
 * do.
 */
final class ScenarioRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScenarioRows() {}

  static List<Row> of(Path corpus) throws IOException {
    Path file = corpus.resolve("scenarios/expectations.yaml");
    List<Row> rows = new ArrayList<>();
    if (!Files.exists(file)) {
      return rows;
    }
    Object list = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    for (JsonNode scenario : JSON.<JsonNode>valueToTree(list)) {
      List<Path> files = new ArrayList<>();
      scenario.get("rules").forEach(rule -> files.add(corpus.resolve(rule.asText())));
      String id = scenario.get("id").asText();
      for (Map.Entry<String, JsonNode> capture : scenario.get("expect").properties()) {
        if (Files.exists(corpus.resolve(capture.getKey()))) {
          rows.add(
              new Row(
                  id + " " + capture.getKey(),
                  () -> judge(corpus, id, files, capture.getKey(), capture.getValue())));
        }
      }
    }
    return rows;
  }

  private static Verdict judge(
      Path corpus, String id, List<Path> files, String capture, JsonNode expect) throws Exception {
    Map<String, Integer> ours =
        count(Replay.compile(files).run(corpus.resolve(capture), true, false));
    Map<String, Integer> expected = new TreeMap<>();
    for (Map.Entry<String, JsonNode> rule : expect.properties()) {
      if (rule.getValue().asInt() > 0) {
        expected.put(rule.getKey(), rule.getValue().asInt());
      }
    }
    if (ours.equals(expected)) {
      return Verdict.AGREES;
    }
    String name = capture.replaceAll("^captures/|\\.scap(\\.gz)?$", "");
    Path golden = corpus.resolve("golden-falco/alerts/" + id + ".all/" + name + ".jsonl.gz");
    return Files.exists(golden) && count(Corpus.json(golden)).equals(ours)
        ? Verdict.deliberate("Falco 0.44.1 says as we do")
        : Verdict.differs(ours + " instead of " + expected);
  }

  private static Map<String, Integer> count(List<JsonNode> alerts) {
    Map<String, Integer> counts = new TreeMap<>();
    alerts.forEach(alert -> counts.merge(alert.get("rule").asText(), 1, Integer::sum));
    return counts;
  }
}
