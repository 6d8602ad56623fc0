package io.falcoj.agent.rules;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.falcoj.runtime.abi.RuleInfo;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A rule as a JSON object. */
public final class RuleJson {
  private static final JsonFactory JSON = new JsonFactory();

  private RuleJson() {}

  public static String line(RuleInfo rule) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("name", rule.name());
      json.writeStringField("description", rule.description());
      json.writeBooleanField("enabled", rule.enabled());
      json.writeStringField("source", rule.source());
      json.writeStringField("priority", rule.priority());
      json.writeStringField("output", rule.output());
      writeList(json, "tags", rule.tags());
      writeList(json, "events", rule.eventTypes());
      writeList(json, "fields", rule.fields());
      json.writeStringField("file", rule.file());
      json.writeNumberField("line", rule.line());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void writeList(JsonGenerator json, String name, Iterable<String> items)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String item : items) {
      json.writeString(item);
    }
    json.writeEndArray();
  }
}
