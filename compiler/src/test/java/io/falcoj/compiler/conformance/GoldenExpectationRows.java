package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.match.RuleSelection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Upstream's regression tests as a real Falco 0.44.1 ran them: loads or not, and every alert. */
final class GoldenExpectationRows {
  private GoldenExpectationRows() {}

  static List<Row> of(Path corpus) {
    Path file = corpus.resolve("golden-falco/alerts/expectations.jsonl.gz");
    List<Row> rows = new ArrayList<>();
    if (Files.exists(file)) {
      for (JsonNode row : Corpus.json(file)) {
        rows.add(new Row(row.get("id").asText(), () -> judge(corpus, row)));
      }
    }
    return rows;
  }

  private static Verdict judge(Path corpus, JsonNode row) throws Exception {
    List<Path> files = new ArrayList<>();
    row.get("rules").forEach(rule -> files.add(corpus.resolve(rule.asText())));
    boolean loads = row.get("exit_status").asInt() == 0;
    Replay replay;
    try {
      replay = Replay.compile(files);
    } catch (AssertionError refused) {
      return loads ? Verdict.differs("does not load: " + refused.getMessage()) : Verdict.AGREES;
    }
    if (!loads) {
      return Verdict.differs("loads; Falco says " + row.get("load"));
    }
    List<JsonNode> expected = new ArrayList<>();
    row.get("alerts").forEach(expected::add);
    List<JsonNode> ours =
        replay.run(corpus.resolve(row.get("capture").asText()), options(row.get("options")));
    AlertAgreement agreement = new AlertAgreement(replay.rulesOfOldForm());
    agreement.compare("", expected, ours, List.of());
    return agreement.differences().isEmpty()
        ? Verdict.AGREES
        : Verdict.differs(String.join("\n", agreement.differences()));
  }

  /** What {@code -o} said: {@code priority=P} and {@code rules[N].enable|disable.rule|tag=X}. */
  private static MatchOptions options(JsonNode options) {
    String priority = "Debug";
    Map<Integer, RuleSelection> selections = new TreeMap<>();
    for (JsonNode option : options) {
      String[] keyValue = option.asText().split("=", 2);
      if (keyValue[0].equals("priority")) {
        priority = keyValue[1];
        continue;
      }
      String[] path = keyValue[0].replaceAll("[\\[\\]]", ".").split("\\.+");
      boolean byTag = path[3].equals("tag");
      selections.put(
          Integer.parseInt(path[1]),
          new RuleSelection(
              path[2].equals("enable"), byTag ? "" : keyValue[1], byTag ? keyValue[1] : ""));
    }
    return new MatchOptions(false, priority, List.copyOf(selections.values()));
  }
}
