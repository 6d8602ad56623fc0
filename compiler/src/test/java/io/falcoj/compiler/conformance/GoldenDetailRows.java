package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.Checked;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * What Falco knows of each rule of upstream's rule sets once it has compiled it: the condition
 * without names, and the event types for which it can hold.
 */
final class GoldenDetailRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More types than a rule can ask for: then all system calls are listed by name. */
  private static final int MANY = 100;

  private GoldenDetailRows() {}

  static List<Row> of(Path corpus) throws IOException {
    List<Row> rows = new ArrayList<>();
    Path details = corpus.resolve("golden-falco/meta/rule-details.all3.json.gz");
    if (!Files.exists(details)) {
      return rows;
    }
    List<SourceFile> files = new ArrayList<>();
    List<Path> paths = RuleSets.files(corpus, "all3");
    for (Path path : paths == null ? List.<Path>of() : paths) {
      files.add(new SourceFile(path.toString(), Files.readString(path)));
    }
    Map<String, String> conditions = Checked.conditions(files);
    Checked checked = Checked.files(files);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(details))) {
      for (JsonNode rule : JSON.readTree(in).get("rules")) {
        String name = rule.get("name").asText();
        rows.add(
            new Row(
                name,
                () -> {
                  Verdict verdict =
                      Verdict.equal(
                          rule.get("condition_compiled").asText(),
                          String.valueOf(conditions.get(name)));
                  return verdict == Verdict.AGREES ? types(rule, checked.rule(name)) : verdict;
                }));
      }
    }
    return rows;
  }

  private static Verdict types(JsonNode rule, TypedRule typed) {
    Set<String> expected = new TreeSet<>();
    rule.get("events").forEach(event -> expected.add(event.asText()));
    Set<String> actual = new TreeSet<>();
    for (EventType type : EventTable.standard().all()) {
      if (typed.eventCodes().get(type.code())) {
        actual.add(type.name());
      }
    }
    if (expected.size() > MANY || actual.size() > MANY) {
      return expected.size() > MANY && actual.size() > MANY
          ? Verdict.AGREES
          : Verdict.differs(expected.size() + " types, got " + actual.size());
    }
    // Every rule is shown asynchronous events, whatever its condition says.
    actual.add("asyncevent");
    return Verdict.equal(expected, actual);
  }
}
