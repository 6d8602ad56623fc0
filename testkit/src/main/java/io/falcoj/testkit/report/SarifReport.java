package io.falcoj.testkit.report;

import io.falcoj.testkit.report.view.FileRange;
import io.falcoj.testkit.report.view.RunReport;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What code scanners show beside the line: findings, failed cases, and conditions that no case
 * tests, as SARIF 2.1.0.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  /** Places are told from the folder that whoever reads the file has the project in. */
  private static final String ROOT = "%SRCROOT%";

  private final List<SarifResult> results;
  private final Map<String, SarifRule> rules = new LinkedHashMap<>();
  private final JsonFile json = new JsonFile();

  private SarifReport(RunReport report) {
    this.results = SarifResult.of(report);
    results.forEach(result -> rules.putIfAbsent(result.rule().id(), result.rule()));
  }

  static String render(RunReport report) {
    return new SarifReport(report).document();
  }

  private String document() {
    json.object(
        () -> {
          json.put("$schema", SCHEMA).put("version", "2.1.0");
          json.array("runs", List.of(results), run -> json.object(this::run));
        });
    return json.document();
  }

  private void run() {
    json.object(
        "tool",
        () ->
            json.object(
                "driver",
                () -> {
                  json.put("name", "FalcoJ");
                  json.array("rules", rules.values(), this::rule);
                }));
    json.put("columnKind", "unicodeCodePoints");
    json.array("results", results, this::result);
  }

  private void rule(SarifRule rule) {
    json.object(
        () -> {
          json.put("id", rule.id());
          text("shortDescription", rule.meaning());
          json.object("help", () -> json.put("text", rule.wayOut()).put("markdown", rule.wayOut()));
          json.object("defaultConfiguration", () -> json.put("level", rule.level()));
        });
  }

  private void result(SarifResult result) {
    json.object(
        () -> {
          json.put("ruleId", result.rule().id());
          json.put("ruleIndex", new ArrayList<>(rules.keySet()).indexOf(result.rule().id()));
          json.put("level", result.rule().level());
          text("message", result.message());
          json.array(
              "locations", List.of(result.place()), place -> json.object(() -> physical(place)));
          if (!result.others().isEmpty()) {
            json.array("relatedLocations", result.others(), this::related);
          }
        });
  }

  private void related(SarifResult.Other other) {
    json.object(
        () -> {
          physical(other.place());
          text("message", other.message());
        });
  }

  private void physical(FileRange place) {
    json.object(
        "physicalLocation",
        () -> {
          json.object(
              "artifactLocation", () -> json.put("uri", uri(place.file())).put("uriBaseId", ROOT));
          json.object("region", () -> region(place));
        });
  }

  private void region(FileRange place) {
    json.put("startLine", place.line());
    if (place.column() > 0) {
      json.put("startColumn", place.column());
    }
    if (place.endColumn() > 0) {
      json.put("endLine", place.endLine()).put("endColumn", place.endColumn());
    }
  }

  private void text(String name, String value) {
    json.object(name, () -> json.put("text", value));
  }

  /** A relative reference; a colon in its first part would make a scheme of that. */
  private static String uri(String file) {
    String path = file.indexOf(':') >= 0 && !file.startsWith("/") ? "./" + file : file;
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path is escaped", e);
    }
  }
}
