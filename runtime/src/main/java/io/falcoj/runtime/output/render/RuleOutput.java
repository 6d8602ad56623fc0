package io.falcoj.runtime.output.render;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.output.JsonText;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.template.OutputTemplate;
import io.falcoj.runtime.template.TemplateException;
import io.falcoj.runtime.template.TemplateParser;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The output of one rule: parsed when rules are loaded, bound when the rule first matches. */
final class RuleOutput {
  /** The templates bound to accessors. */
  private record Bound(
      BoundTemplate prefix, BoundTemplate message, Map<String, FieldJson> fields) {}

  private final RuleInfo rule;
  private final Set<String> tags;
  private final OutputOptions options;
  private final OutputTemplate prefix;
  private final OutputTemplate message;
  private final TreeMap<String, FieldRef> rawExtras = new TreeMap<>();
  private final TreeMap<String, OutputTemplate> formattedExtras = new TreeMap<>();
  private final TextBuilder text = new TextBuilder();
  private @Nullable Bound bound;

  RuleOutput(RuleInfo rule, OutputOptions options, FieldCatalog catalog) throws OutputException {
    this.rule = rule;
    this.tags = new TreeSet<>(rule.tags());
    this.options = options;
    String time = options.iso8601() ? "%evt.time.iso8601" : "%evt.time";
    this.prefix = parse(time + ": " + rule.priority(), catalog);
    this.message = parse(OutputText.message(rule, options.appended(), catalog), catalog);
    for (Map.Entry<String, OutputText.Extra> extra :
        OutputText.extras(rule, options.appended()).entrySet()) {
      OutputTemplate template = parse(extra.getValue().format(), catalog);
      if (extra.getValue().raw()) {
        template.fields().forEach(field -> rawExtras.put(field.text(), field));
      } else {
        formattedExtras.put(extra.getKey(), template);
      }
    }
  }

  /** The fields that an alert shows. */
  Set<FieldRef> fields() {
    Set<FieldRef> fields = new LinkedHashSet<>(rawExtras.values());
    fields.addAll(prefix.fields());
    fields.addAll(message.fields());
    formattedExtras.values().forEach(template -> fields.addAll(template.fields()));
    return fields;
  }

  Alert alert(MatchContext context) {
    Bound templates = bound;
    if (templates == null) {
      templates = bind();
      bound = templates;
    }
    List<Alert.Field> fields = new ArrayList<>();
    for (Map.Entry<String, FieldJson> field : templates.fields.entrySet()) {
      text.reset();
      field.getValue().append(context, text.begin());
      fields.add(new Alert.Field(field.getKey(), taken()));
    }
    return new Alert(
        rule.name(),
        rule.priority(),
        rule.source(),
        tags,
        context.eventNumber(),
        context.timestamp(),
        print(templates.prefix, context),
        print(templates.message, context),
        fields);
  }

  private ByteSlice print(BoundTemplate template, MatchContext context) {
    text.reset();
    template.append(context, text.begin());
    return taken();
  }

  private ByteSlice taken() {
    return text.finish(new ByteSlice()).copy();
  }

  private Bound bind() {
    boolean base64 = options.base64Buffers();
    TreeMap<String, FieldJson> fields = new TreeMap<>();
    if (options.json() && options.includeFields()) {
      for (OutputTemplate template : List.of(message, prefix)) {
        template.fields().forEach(field -> fields.put(field.text(), json(field, base64)));
      }
      rawExtras.forEach((key, field) -> fields.put(key, json(field, base64)));
      formattedExtras.forEach(
          (key, template) -> {
            BoundTemplate format = new BoundTemplate(template, base64);
            TextBuilder value = new TextBuilder();
            fields.put(
                key,
                (context, out) -> {
                  value.reset();
                  format.append(context, value.begin());
                  JsonText.quote(value.finish(new ByteSlice()), out);
                });
          });
    }
    return new Bound(new BoundTemplate(prefix, base64), new BoundTemplate(message, base64), fields);
  }

  private static FieldJson json(FieldRef field, boolean base64) {
    FieldReader reader = FieldReader.of(field);
    if (base64 && field.type() == FieldType.BYTEBUF) {
      return (context, out) -> {
        ByteSlice buffer = reader.raw(context);
        JsonVisitor visitor = new JsonVisitor(out);
        if (buffer == null) {
          visitor.absent();
        } else {
          visitor.text(ByteSlice.of(Base64.getEncoder().encode(buffer.toBytes())));
        }
      };
    }
    return (context, out) -> reader.visit(context, new JsonVisitor(out));
  }

  private OutputTemplate parse(String format, FieldCatalog catalog) throws OutputException {
    try {
      return TemplateParser.parse(format, catalog, rule.source());
    } catch (TemplateException e) {
      throw new OutputException(
          "rule \"%s\": %s in output `%s`".formatted(rule.name(), e.getMessage(), format), e);
    }
  }
}
