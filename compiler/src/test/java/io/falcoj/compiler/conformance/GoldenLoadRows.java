package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code falco -V} said about rule files: verdict of each file, codes, and places of the
 * enclosing declarations. Falco stops at the first error of a file and we report all, so its error
 * must be among ours, and warnings are compared only where nothing fails.
 */
final class GoldenLoadRows {
  private GoldenLoadRows() {}

  static List<Row> of(Path corpus) {
    Path file = corpus.resolve("golden-falco/load/results.jsonl.gz");
    List<Row> rows = new ArrayList<>();
    if (Files.exists(file)) {
      for (JsonNode row : Corpus.json(file)) {
        List<String> names = new ArrayList<>();
        row.get("files").forEach(name -> names.add(name.asText()));
        rows.add(new Row(String.join(" ", names), () -> judge(corpus, names, row)));
      }
    }
    return rows;
  }

  private static Verdict judge(Path corpus, List<String> names, JsonNode row) throws IOException {
    Loading loading = Loading.of(corpus, names, Set.of("syscall"));
    if (!row.has("results")) {
      return withoutResults(corpus, names, loading);
    }
    boolean fails = row.get("exit_status").asInt() != 0;
    if (fails == loading.result().successful()) {
      return Verdict.differs("loads: " + loading.result().successful() + " " + errors(loading));
    }
    JsonNode ours = loading.json();
    for (int i = 0; i < names.size(); i++) {
      boolean expected = row.get("results").get(i).get("successful").asBoolean();
      if (expected != ours.get(i).get("successful").asBoolean()) {
        return Verdict.differs(names.get(i) + ": successful: " + !expected + errors(loading));
      }
    }
    String fault = fault(row.get("results"), ours, fails);
    return fault.isEmpty() ? Verdict.AGREES : Verdict.differs(fault);
  }

  /** Falco printed none when a plugin was missing; some of those are built in here. */
  private static Verdict withoutResults(Path corpus, List<String> names, Loading loading)
      throws IOException {
    if (!loading.result().successful()) {
      return Verdict.AGREES;
    }
    for (String name : names) {
      if (Files.readString(corpus.resolve(name)).contains("name: k8saudit")) {
        return Verdict.deliberate("the fields of the plugin k8saudit are built in");
      }
    }
    return Verdict.differs("loads");
  }

  private static String errors(Loading loading) throws IOException {
    StringBuilder text = new StringBuilder();
    loading.json().forEach(result -> text.append(result.get("errors")));
    return text.toString();
  }

  /** Falco says everything about the files before again with each file; that is one finding. */
  private static String fault(JsonNode expected, JsonNode ours, boolean fails) {
    Set<String> errors = findings(ours, "errors");
    for (String error : findings(expected, "errors")) {
      if (!errors.contains(error)) {
        return "lacks " + error + " in " + errors;
      }
    }
    if (fails) {
      return "";
    }
    Set<String> missing = findings(expected, "warnings");
    Set<String> more = findings(ours, "warnings");
    more.removeAll(missing);
    missing.removeAll(findings(ours, "warnings"));
    return missing.isEmpty() && more.isEmpty()
        ? ""
        : "lacks " + missing.size() + " " + missing + ", has " + more.size() + " more " + more;
  }

  /** Code and chain of places, as far as it lies in files; ours alone are left out. */
  private static Set<String> findings(JsonNode results, String kind) {
    Set<String> findings = new TreeSet<>();
    for (JsonNode result : results) {
      result.get(kind).forEach(f -> add(f, result.get("name").asText(), findings));
    }
    return findings;
  }

  private static void add(JsonNode finding, String file, Set<String> findings) {
    String code = finding.get("code").asText();
    JsonNode places =
        finding.has("locations") ? finding.get("locations") : finding.at("/context/locations");
    StringBuilder text = new StringBuilder(code);
    for (JsonNode place : places) {
      boolean ours = place.has("position");
      JsonNode position = ours ? place.get("position") : place;
      String name = position.path(ours ? "name" : "file").asText(file);
      String type = place.get("item_type").asText();
      if (!type.equals("condition expression")) {
        text.append(" | ").append(type).append(' ').append(place.get("item_name").asText());
        text.append(' ').append(name).append(':').append(position.get("line").asInt());
        text.append(':').append(position.get("column").asInt());
      }
    }
    if (code.startsWith("LOAD_")) {
      findings.add(text.toString());
    }
  }
}
