package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code falco -V} said about rule files, to the letter: verdict of each file, code, words and
 * chain of places of each finding, and what its schema says. Falco stops at the first error; its
 * error must be our first, and warnings are compared where the file loads.
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
    Set<String> newer = new TreeSet<>();
    Set<String> impossible =
        loading.result().rules().stream()
            .filter(rule -> rule.eventTypes().isEmpty())
            .map(rule -> "| rule " + rule.name() + " ")
            .collect(Collectors.toSet());
    for (int i = 0; i < names.size(); i++) {
      String fault = fault(row.get("results").get(i), ours.get(i), impossible, newer);
      if (!fault.isEmpty()) {
        return Verdict.differs(names.get(i) + ": " + fault);
      }
    }
    return newer.isEmpty() ? Verdict.AGREES : Verdict.deliberate(String.join("; ", newer));
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

  private static String fault(
      JsonNode expected, JsonNode ours, Set<String> impossible, Set<String> newer) {
    String file = expected.get("name").asText();
    boolean successful = expected.get("successful").asBoolean();
    if (successful != ours.get("successful").asBoolean()) {
      return "successful: " + !successful + " " + ours.get("errors");
    }
    for (String schema : List.of("schema_valid", "schema_warnings")) {
      if (!expected.path(schema).equals(ours.path(schema))) {
        return schema + " " + ours.path(schema) + " instead of " + expected.path(schema);
      }
    }
    if (!successful) {
      String wanted = recorded(expected.at("/errors/0"), file);
      String got = printed(ours.at("/errors/0"));
      return wanted.equals(got) ? "" : got + " instead of " + wanted;
    }
    return warnings(expected.get("warnings"), ours.get("warnings"), file, impossible, newer);
  }

  private static String warnings(
      JsonNode expected, JsonNode ours, String file, Set<String> impossible, Set<String> newer) {
    List<String> got = new ArrayList<>();
    ours.forEach(warning -> got.add(printed(warning)));
    int at = 0;
    for (JsonNode warning : expected) {
      String wanted = recorded(warning, file);
      if (at < got.size() && wanted.equals(got.get(at))) {
        at++;
      } else if (wanted.startsWith("LOAD_NO_EVTTYPE")
          && impossible.stream().anyMatch(wanted::contains)) {
        newer.add("newer revisions of Falco do not warn where no event can match");
      } else {
        return "lacks %s, has %s".formatted(wanted, at < got.size() ? got.get(at) : "no more");
      }
    }
    return at == got.size() ? "" : "has more: " + got.subList(at, got.size());
  }

  private static String recorded(JsonNode finding, String file) {
    StringBuilder text = begin(finding);
    for (JsonNode place : finding.get("locations")) {
      add(place, place.path("file").asText(file), place, text);
    }
    return text.toString();
  }

  private static String printed(JsonNode finding) {
    StringBuilder text = begin(finding);
    for (JsonNode place : finding.at("/context/locations")) {
      JsonNode position = place.get("position");
      add(place, position.get("name").asText(), position, text);
    }
    return text.toString();
  }

  private static StringBuilder begin(JsonNode finding) {
    return new StringBuilder(finding.path("code").asText())
        .append(finding.path("deprecated_field").asText())
        .append(": ")
        // The engine that was recorded is one version older than the one that we follow.
        .append(finding.path("message").asText().replace("version is 0.62", "version is 0.63"));
  }

  private static void add(JsonNode place, String file, JsonNode position, StringBuilder text) {
    text.append(" | ").append(place.get("item_type").asText());
    text.append(' ').append(place.get("item_name").asText()).append(' ').append(file);
    for (String number : List.of("line", "column", "offset")) {
      text.append(':').append(position.get(number).asInt());
    }
  }
}
