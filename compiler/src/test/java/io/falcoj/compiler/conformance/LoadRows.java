package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.compiler.Checked;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.output.AppendOutput;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.output.render.AlertFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule files given to the loader. */
final class LoadRows {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private LoadRows() {}

  static Verdict load(JsonNode row) throws Exception {
    List<SourceFile> files = new ArrayList<>();
    for (JsonNode file : row.at("/input/files")) {
      files.add(new SourceFile(file.get("name").asText(), file.get("content").asText()));
    }
    Set<String> sources = new LinkedHashSet<>();
    row.at("/input/enabled_sources").forEach(s -> sources.add(s.asText()));
    Loading loading = Loading.of(files, sources);
    JsonNode expect = row.get("expect");
    if (expect.get("ok").asBoolean() != loading.result().successful()) {
      return Verdict.differs("loads: " + loading.result().successful() + problems(loading));
    }
    String fault = messages(expect, loading);
    fault = fault.isEmpty() ? schema(expect, loading) : fault;
    fault = fault.isEmpty() ? conditions(expect, files) : fault;
    fault = fault.isEmpty() ? rules(expect, loading.result().rules()) : fault;
    fault = fault.isEmpty() ? outputs(row, loading.result().rules()) : fault;
    return fault.isEmpty() ? Verdict.AGREES : Verdict.differs(fault);
  }

  private static String schema(JsonNode expect, Loading loading) throws IOException {
    JsonNode result = loading.json().get(loading.json().size() - 1);
    String found =
        !result.has("schema_valid")
            ? "none"
            : result.get("schema_valid").asBoolean() ? "ok" : "failed";
    String wanted = expect.path("schema_validation").asText(found);
    return wanted.equals(found) ? "" : "schema: " + found + " " + result.path("schema_warnings");
  }

  private static String problems(Loading loading) {
    return " " + loading.result().diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static String messages(JsonNode expect, Loading loading) {
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      String kind = severity == Severity.ERROR ? "errors" : "warnings";
      List<String> messages = loading.messages(severity);
      for (JsonNode part : expect.path(kind + "_containing")) {
        if (messages.stream().noneMatch(m -> m.contains(part.asText()))) {
          return kind + " lack " + part + ": " + messages;
        }
      }
      for (JsonNode part : expect.path("no_" + kind + "_containing")) {
        if (messages.stream().anyMatch(m -> m.contains(part.asText()))) {
          return kind + " have " + part;
        }
      }
    }
    List<Diagnostic> warnings =
        loading.result().diagnostics().stream()
            .filter(d -> d.severity() == Severity.WARNING && !d.code().falcoCode().isEmpty())
            .toList();
    JsonNode any = expect.path("has_warnings");
    return any.isBoolean() && any.asBoolean() == warnings.isEmpty() ? "warnings: " + warnings : "";
  }

  private static String conditions(JsonNode expect, List<SourceFile> files) {
    if (!expect.has("compiled_condition")) {
      return "";
    }
    Map<String, String> conditions = Checked.conditions(files);
    for (Map.Entry<String, JsonNode> wanted : expect.get("compiled_condition").properties()) {
      String got = conditions.getOrDefault(wanted.getKey(), "no such rule");
      if (!got.equals(wanted.getValue().asText())) {
        return wanted.getKey() + " is " + got;
      }
    }
    return "";
  }

  private static String rules(JsonNode expect, List<RuleInfo> rules) {
    JsonNode enabled = expect.path("enabled_rules");
    long count = rules.stream().filter(RuleInfo::enabled).count();
    if (enabled.isInt() && enabled.asInt() != count) {
      return "enabled: " + count;
    }
    for (Map.Entry<String, JsonNode> wanted : expect.path("description").properties()) {
      String[] path = wanted.getKey().split("\\.");
      RuleInfo rule = rules.get(Integer.parseInt(path[1]));
      Object value =
          switch (path[3]) {
            case "capture_duration" -> rule.captureMillis();
            case "capture" -> rule.capture();
            case "name" -> rule.name();
            case "enabled" -> rule.enabled();
            case "source" -> rule.source();
            case "output" -> rule.output();
            case "priority" -> rule.priority();
            case "description" -> rule.description();
            default -> "unknown";
          };
      if (!value.toString().equals(wanted.getValue().asText())) {
        return wanted.getKey() + " is " + value;
      }
    }
    return "";
  }

  /** Outputs with what {@code append_output} adds; those of the rows are texts without fields. */
  private static String outputs(JsonNode row, List<RuleInfo> rules) throws Exception {
    List<AppendOutput> appended = new ArrayList<>();
    for (JsonNode step : row.path("setup")) {
      appended.add(entry(step));
    }
    OutputOptions options =
        new OutputOptions(true, true, true, true, true, true, false, "host", appended);
    for (Map.Entry<String, JsonNode> wanted : row.at("/expect/compiled_output").properties()) {
      for (RuleInfo rule : rules) {
        if (rule.name().equals(wanted.getKey())) {
          World world = new World();
          FixtureEvents.random(world);
          String got =
              new AlertFactory(List.of(rule), options).create(0, world.context()).message() + "";
          if (!got.equals(wanted.getValue().asText())) {
            return rule.name() + " prints " + got;
          }
        }
      }
    }
    return "";
  }

  /** Arguments: output, source, tags in C++ braces, rule. */
  private static AppendOutput entry(JsonNode step) {
    JsonNode args = step.get("args");
    if (!step.get("op").asText().equals("add_extra_output_format")) {
      throw new IllegalArgumentException("unknown step " + step);
    }
    Set<String> tags = new LinkedHashSet<>();
    Matcher matcher = QUOTED.matcher(args.get(2).asText());
    while (matcher.find()) {
      tags.add(matcher.group(1));
    }
    return new AppendOutput(
        args.get(1).asText(),
        args.get(3).asText(),
        tags,
        args.get(0).asText(),
        List.of(),
        Map.of(),
        false);
  }
}
