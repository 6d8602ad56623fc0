package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Values of fields on synthetic events. */
final class ExtractRows {
  private ExtractRows() {}

  static Verdict extract(JsonNode row) {
    String name = row.get("input").asText();
    FieldRef field = Objects.requireNonNull(FieldCatalog.standard().resolve(name, "syscall"), name);
    World world = FixtureEvents.play(row.get("events"));
    TextBuilder text = new TextBuilder();
    boolean present = FieldReader.of(field).appendText(world.context(), text.begin());
    byte[] bytes = text.finish(new ByteSlice()).toBytes();
    JsonNode expect = row.get("expect");
    if (expect.has("field_has_value")) {
      return Verdict.equal(expect.get("field_has_value").asBoolean(), present);
    }
    String value = present ? new String(bytes, StandardCharsets.UTF_8) : "<NA>";
    return Verdict.equal(expect.get("value").asText(), value);
  }
}
