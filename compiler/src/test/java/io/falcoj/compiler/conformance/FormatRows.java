package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.output.AppendOutput;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.output.render.AlertFactory;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.template.Argument;
import io.falcoj.runtime.template.OutputTemplate;
import io.falcoj.runtime.template.Segment;
import io.falcoj.runtime.template.TemplateException;
import io.falcoj.runtime.template.TemplateParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Outputs on the event that upstream's formatter tests use. Falco puts a star in front of every
 * output, which means that absent values print; outputs without one are not printed when a value is
 * absent, and no rule has them.
 */
final class FormatRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FormatRows() {}

  static Verdict format(JsonNode row) throws Exception {
    JsonNode input = row.get("input");
    JsonNode expect = row.get("expect");
    String format = input.get("format").asText();
    OutputTemplate template;
    try {
      template = TemplateParser.parse(format, FieldCatalog.standard(), "syscall");
    } catch (TemplateException e) {
      boolean refused = expect.path("throws").asBoolean();
      return refused ? Verdict.AGREES : Verdict.differs(String.valueOf(e.getMessage()));
    }
    if (expect.path("throws").asBoolean()) {
      return Verdict.differs("is taken, and upstream refuses it");
    }
    if (expect.has("n_field_names")) {
      return Verdict.equal(expect.get("n_field_names").asInt(), tokens(template).size());
    }
    if (expect.has("ok")) {
      return Verdict.AGREES;
    }
    return printed(input, expect, template, world(input.path("tid").asLong(1)));
  }

  private static World world(long tid) throws IOException {
    String steps =
        """
        [{"call": "add_default_init_thread"},
         {"call": "generate_clone_x_event", "args": [0, 2, 2, 1, 0, 2, 2, "bash"]},
         {"call": "generate_clone_x_event", "args": [0, 3, 3, 2, 0, 3, 3, "child"]},
         {"call": "generate_getcwd_failed_entry_event", "args": [%d]}]
        """;
    return FixtureEvents.play(JSON.readTree(steps.formatted(tid)));
  }

  private static Verdict printed(
      JsonNode input, JsonNode expect, OutputTemplate template, World world) throws Exception {
    Map<String, Argument> tokens = tokens(template);
    if (!input.path("resolve_transformers").asBoolean(true)) {
      tokens.values().removeIf(token -> !(token instanceof Argument.Field));
    }
    String format = input.get("format").asText();
    if (!expect.get("res").asBoolean()) {
      return format.startsWith("*")
          ? Verdict.differs("prints")
          : Verdict.equal(true, alert(format, world).message().toString().contains("<NA>"));
    }
    if (expect.has("n_fields") && expect.get("n_fields").asInt() != tokens.size()) {
      return Verdict.differs("tokens " + tokens.keySet());
    }
    for (Map.Entry<String, JsonNode> field : expect.path("fields").properties()) {
      Argument token = tokens.get(field.getKey());
      String value = token == null ? "no such token" : text(source(token), world);
      if (!value.equals(field.getValue().asText())) {
        return Verdict.differs(field.getKey() + " is " + value);
      }
    }
    if (!expect.has("text")) {
      return Verdict.AGREES;
    }
    if (input.get("output").asText().equals("json")) {
      JsonNode json = json(tokens, world);
      return Verdict.equal(JSON.readTree(expect.get("text").asText()), json);
    }
    String star = format.startsWith("*") ? format.substring(1) : format;
    return Verdict.equal(expect.get("text").asText(), alert(star, world).message().toString());
  }

  private static String text(String field, World world) throws OutputException {
    return alert("%" + field, world).message().toString();
  }

  private static JsonNode json(Map<String, Argument> tokens, World world) throws Exception {
    ObjectNode object = JSON.createObjectNode();
    for (Map.Entry<String, Argument> token : tokens.entrySet()) {
      if (token.getValue() instanceof Argument.Field) {
        for (Alert.Field field : alert("%" + token.getKey(), world).fields()) {
          if (field.name().equals(token.getKey())) {
            object.set(field.name(), JSON.readTree(field.json().toString()));
          }
        }
      } else {
        String text = text(source(token.getValue()), world);
        boolean number = token.getValue().operand().type() == FieldType.UINT64;
        object.set(token.getKey(), number ? JSON.readTree(text) : JSON.valueToTree(text));
      }
    }
    return object.isEmpty() ? JSON.nullNode() : object;
  }

  private static Alert alert(String format, World world) throws OutputException {
    RuleInfo rule =
        new RuleInfo(
            0, "rule", "", "Notice", "syscall", List.of(), format, List.of(), List.of(), "f", 1,
            true, false, 0);
    List<AppendOutput> nothing = List.of();
    OutputOptions options =
        new OutputOptions(true, true, true, true, true, true, false, "host", nothing);
    world.context().begin();
    return new AlertFactory(List.of(rule), options).create(0, world.context());
  }

  /** What upstream resolves of a format, by name: fields, calls, and arguments of several. */
  private static Map<String, Argument> tokens(OutputTemplate template) {
    Map<String, Argument> tokens = new TreeMap<>();
    for (Segment segment : template.segments()) {
      if (segment instanceof Segment.Token token) {
        collect(token.value(), true, tokens);
      }
    }
    return tokens;
  }

  private static void collect(Argument argument, boolean named, Map<String, Argument> tokens) {
    if (argument instanceof Argument.Field field) {
      tokens.put(field.field().text(), argument);
    } else if (argument instanceof Argument.Items items) {
      items.items().forEach(item -> collect(item, true, tokens));
    } else if (argument instanceof Argument.Call call) {
      if (named) {
        tokens.put(name(call), call);
      }
      boolean several = call.arguments().size() > 1;
      call.arguments().forEach(a -> collect(a, several, tokens));
    }
  }

  private static String name(Argument argument) {
    return source(argument).replace("\"", "");
  }

  private static String source(Argument argument) {
    if (argument instanceof Argument.Field field) {
      return field.field().text();
    }
    if (argument instanceof Argument.Text text) {
      return '"' + text.text() + '"';
    }
    if (argument instanceof Argument.Items items) {
      return "(" + join(items.items()) + ")";
    }
    Argument.Call call = (Argument.Call) argument;
    String selector = call.selector() == null ? "" : "[" + call.selector() + "]";
    return call.transformer().label() + "(" + join(call.arguments()) + ")" + selector;
  }

  private static String join(List<Argument> arguments) {
    return String.join(",", arguments.stream().map(FormatRows::source).toList());
  }
}
