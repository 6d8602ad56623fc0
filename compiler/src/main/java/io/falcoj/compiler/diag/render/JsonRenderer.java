package io.falcoj.compiler.diag.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.compiler.diag.ConditionPlace;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.FileFindings;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.source.LineMap;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Findings in the form of {@code falco -V} with JSON output: an object with {@code
 * falco_load_results}, one result per file, with Falco's words and places. A finding about a
 * condition is placed by Falco within the condition's text; its place in the file, for those who
 * show it there, is the key {@code place} of {@code context}.
 */
public final class JsonRenderer {
  private static final int SNIPPET_WIDTH = 160;
  private static final int SHOWN_CONDITION = 20;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Map<String, String> DESCRIPTIONS =
      Map.ofEntries(
          Map.entry("LOAD_ERR_YAML_PARSE", "YAML parse error"),
          Map.entry("LOAD_ERR_YAML_VALIDATE", "Error validating internal structure of YAML file"),
          Map.entry("LOAD_ERR_COMPILE_CONDITION", "Error compiling condition"),
          Map.entry("LOAD_ERR_COMPILE_OUTPUT", "Error compiling output"),
          Map.entry("LOAD_ERR_VALIDATE", "Error validating rule/macro/list/exception objects"),
          Map.entry("LOAD_UNKNOWN_SOURCE", "No event source of that name: the rule is left out."),
          Map.entry("LOAD_UNSAFE_NA_CHECK", "A field is compared with <NA>; use exists instead."),
          Map.entry("LOAD_NO_EVTTYPE", "The condition allows too many event types to be fast."),
          Map.entry("LOAD_UNKNOWN_FILTER", "The rule names an unknown field and is left out."),
          Map.entry("LOAD_UNUSED_MACRO", "Nothing uses the macro."),
          Map.entry("LOAD_UNUSED_LIST", "Nothing uses the list."),
          Map.entry("LOAD_UNKNOWN_ITEM", "The item is of no known kind and is left out."),
          Map.entry("LOAD_UNKNOWN_KEY", "The item has a key without meaning, perhaps misspelt."),
          Map.entry("LOAD_DEPRECATED_ITEM", "The form is deprecated."),
          Map.entry("LOAD_APPEND_NO_VALUES", "An appended exception has no values."),
          Map.entry(
              "LOAD_EXCEPTION_NAME_NOT_UNIQUE", "A rule has two exceptions of the same name."),
          Map.entry("LOAD_INVALID_MACRO_NAME", "The macro's name cannot be used in conditions."),
          Map.entry("LOAD_INVALID_LIST_NAME", "The list's name cannot be used in conditions."),
          Map.entry("LOAD_COMPILE_CONDITION", "The condition may not mean what it seems to."));

  private JsonRenderer() {}

  /**
   * One line of JSON.
   *
   * @param lint whether findings that Falco does not have are among the warnings; their codes begin
   *     with {@code FALCOJ_}
   */
  public static String render(List<FileFindings> files, boolean lint) {
    ObjectNode root = NODES.objectNode();
    ArrayNode results = root.putArray("falco_load_results");
    files.forEach(file -> results.add(result(file, lint)));
    return root.toString();
  }

  private static ObjectNode result(FileFindings file, boolean lint) {
    ArrayNode errors = NODES.arrayNode();
    ArrayNode warnings = NODES.arrayNode();
    for (Diagnostic diagnostic : file.findings()) {
      if (lint || !diagnostic.code().isOwn()) {
        boolean error = diagnostic.severity() == Severity.ERROR;
        (error ? errors : warnings).add(finding(diagnostic));
      }
    }
    ObjectNode result = NODES.objectNode();
    result.set("errors", errors);
    result.put("name", file.file().name());
    if (!file.schema().isEmpty()) {
      boolean valid = file.schema().get(0).equals("ok");
      result.put("schema_valid", valid);
      ArrayNode faults = result.putArray("schema_warnings");
      file.schema().stream().filter(fault -> !valid).forEach(faults::add);
    }
    result.put("successful", file.successful());
    result.set("warnings", warnings);
    return result;
  }

  private static ObjectNode finding(Diagnostic diagnostic) {
    DiagnosticCode code = diagnostic.code();
    String name = code.falcoCode();
    if (name.isEmpty()) {
      name = "FALCOJ_" + code.label().toUpperCase(Locale.ROOT).replace('-', '_');
    }
    ObjectNode finding = NODES.objectNode();
    finding.put("code", name);
    finding.put("codedesc", DESCRIPTIONS.getOrDefault(name, code.label()));
    ObjectNode context = finding.putObject("context");
    context.set("locations", locations(diagnostic));
    context.set("place", position(diagnostic.span().file(), diagnostic.span().start()));
    context.put("snippet", snippet(diagnostic.span()));
    if (code == DiagnosticCode.DEPRECATED_FIELD) {
      finding.put("deprecated_field", diagnostic.span().text());
    }
    String message = diagnostic.falco().message();
    finding.put("message", message == null ? diagnostic.message() : message);
    return finding;
  }

  private static ArrayNode locations(Diagnostic diagnostic) {
    ArrayNode locations = NODES.arrayNode();
    for (Location at : diagnostic.context()) {
      ObjectNode position = position(at.span().file(), at.span().start());
      // Falco names every place after the file of the outermost one.
      position.put("name", diagnostic.context().get(0).span().file().name());
      locations.add(location(at.itemType(), at.itemName(), position));
    }
    ConditionPlace place = diagnostic.falco().place();
    if (place != null && !locations.isEmpty()) {
      JsonNode outer = locations.get(locations.size() - 1).get("position");
      ObjectNode position = NODES.objectNode();
      position.put("column", outer.get("column").asInt() + place.column());
      position.put("line", outer.get("line").asInt() + place.line());
      position.put("name", shown(place.text()));
      position.put("offset", outer.get("offset").asInt() + place.offset());
      locations.add(location("condition expression", "", position));
    } else if (locations.isEmpty()) {
      ObjectNode position = position(diagnostic.span().file(), diagnostic.span().start());
      locations.add(location("rules content", "", position));
    }
    return locations;
  }

  private static ObjectNode location(String type, String name, ObjectNode position) {
    ObjectNode location = NODES.objectNode();
    location.put("item_name", name);
    location.put("item_type", type);
    location.set("position", position);
    return location;
  }

  private static ObjectNode position(SourceFile file, int offset) {
    YamlPlace place = YamlPlace.of(file, offset);
    ObjectNode position = NODES.objectNode();
    position.put("column", place.column());
    position.put("line", place.line());
    position.put("name", file.name());
    position.put("offset", place.offset());
    return position;
  }

  /** The first bytes of a condition, in quotes, on one line. */
  private static String shown(String condition) {
    // A character is a byte at least: what is further behind is not shown.
    String begin = condition.substring(0, Math.min(condition.length(), SHOWN_CONDITION + 1));
    byte[] bytes = begin.getBytes(StandardCharsets.UTF_8);
    String text =
        bytes.length > SHOWN_CONDITION
            ? new String(bytes, 0, SHOWN_CONDITION - 3, StandardCharsets.UTF_8) + "..."
            : condition;
    return "\"" + text.replace('\n', ' ').replace('\r', ' ') + "\"";
  }

  /** The line around the place, and a line that marks it. */
  private static String snippet(SourceSpan span) {
    LineMap lines = span.file().lines();
    int number = lines.line(span.start());
    int start = lines.lineStart(number);
    int end = lines.lineEnd(number);
    int at = Math.min(Math.max(start, span.start()), end);
    int from = Math.max(start, at - SNIPPET_WIDTH / 2);
    int to = Math.min(end, at + SNIPPET_WIDTH / 2);
    return span.file().text().substring(from, to) + "\n" + " ".repeat(at - from) + "^\n";
  }
}
