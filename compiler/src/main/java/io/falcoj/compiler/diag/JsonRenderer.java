package io.falcoj.compiler.diag;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.compiler.source.LineMap;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Findings in the form of {@code falco -V --json}: an object with {@code falco_load_results}, one
 * result per file. Unlike upstream's, the innermost place is one in the file, not one in the
 * condition's text. Lines, columns and offsets count from 0.
 */
public final class JsonRenderer {
  private static final int SNIPPET_WIDTH = 160;
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

  /** One line of JSON about the files in their order. */
  public static String render(List<SourceFile> files, Diagnostics diags) {
    return render(files, diags.reported());
  }

  /** One line of JSON about the files in their order, without findings that Falco does not have. */
  public static String render(List<SourceFile> files, List<Diagnostic> diagnostics) {
    return renderAll(files, diagnostics.stream().filter(d -> !d.code().isOwn()).toList());
  }

  /**
   * The same with findings that Falco does not have, whose codes begin with {@code FALCOJ_}; notes
   * are among the warnings.
   */
  public static String renderAll(List<SourceFile> files, List<Diagnostic> diagnostics) {
    ObjectNode root = NODES.objectNode();
    ArrayNode results = root.putArray("falco_load_results");
    for (SourceFile file : files) {
      List<Diagnostic> own = new ArrayList<>();
      for (Diagnostic diagnostic : diagnostics) {
        if (home(diagnostic) == file) {
          own.add(diagnostic);
        }
      }
      results.add(result(file, own));
    }
    return root.toString();
  }

  /** The file of the declaration that the finding is about. */
  private static SourceFile home(Diagnostic diagnostic) {
    return diagnostic.context().isEmpty()
        ? diagnostic.span().file()
        : diagnostic.context().get(0).span().file();
  }

  private static ObjectNode result(SourceFile file, List<Diagnostic> own) {
    ObjectNode result = NODES.objectNode();
    ArrayNode errors = NODES.arrayNode();
    ArrayNode warnings = NODES.arrayNode();
    for (Diagnostic diagnostic : own) {
      boolean error = diagnostic.severity() == Severity.ERROR;
      (error ? errors : warnings).add(finding(diagnostic));
    }
    result.set("errors", errors);
    result.put("name", file.name());
    result.put("successful", errors.isEmpty());
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
    ArrayNode locations = context.putArray("locations");
    for (Location location : diagnostic.context()) {
      locations.add(location(location.itemType(), location.itemName(), location.span()));
    }
    if (isInCondition(code)) {
      locations.add(location("condition expression", "", diagnostic.span()));
    } else if (locations.isEmpty()) {
      locations.add(location("rules content", "", diagnostic.span()));
    }
    context.put("snippet", snippet(diagnostic.span()));
    if (code == DiagnosticCode.DEPRECATED_FIELD) {
      finding.put("deprecated_field", diagnostic.span().text());
    }
    finding.put("message", diagnostic.message());
    return finding;
  }

  private static boolean isInCondition(DiagnosticCode code) {
    return switch (code) {
      case CONDITION_SYNTAX, UNDEFINED_MACRO, MACRO_LOOP, UNKNOWN_FIELD, CONDITION_TYPE -> true;
      case BAD_LITERAL, UNSAFE_NA_CHECK, COMPILE_CONDITION -> true;
      case UNKNOWN_FILTER, DEPRECATED_FIELD -> true;
      default -> false;
    };
  }

  private static ObjectNode location(String type, String name, SourceSpan span) {
    LineMap lines = span.file().lines();
    ObjectNode location = NODES.objectNode();
    location.put("item_name", name);
    location.put("item_type", type);
    ObjectNode position = location.putObject("position");
    position.put("column", lines.column(span.start()) - 1);
    position.put("line", lines.line(span.start()) - 1);
    position.put("name", span.file().name());
    position.put("offset", span.start());
    return location;
  }

  /** The line around the place, and a line that marks it. */
  private static String snippet(SourceSpan span) {
    LineMap lines = span.file().lines();
    int number = lines.line(span.start());
    String line = lines.lineText(number);
    int at = Math.min(lines.column(span.start()) - 1, line.length());
    int from = Math.max(0, at - SNIPPET_WIDTH / 2);
    int to = Math.min(line.length(), at + SNIPPET_WIDTH / 2);
    return line.substring(from, to) + "\n" + " ".repeat(at - from) + "^\n";
  }
}
