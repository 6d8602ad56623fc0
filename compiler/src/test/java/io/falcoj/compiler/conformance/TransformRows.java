package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.ops.Transformers;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.Transformer;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Transformers on typed values, and the types that they take. */
final class TransformRows {
  private TransformRows() {}

  static Verdict transform(JsonNode row) throws Exception {
    JsonNode input = row.get("input");
    Transformer transformer =
        Objects.requireNonNull(Transformer.named(input.get("transformer").asText()));
    JsonNode expect = row.get("expect");
    if (expect.has("supported_types")) {
      Set<String> expected = new TreeSet<>();
      expect.get("supported_types").forEach(t -> expected.add(t.asText()));
      return Verdict.equal(expected, supported(transformer));
    }
    FieldType type = type(input.get("type").asText());
    boolean list = input.get("is_list").asBoolean();
    Transformer.Operand result;
    try {
      result = transformer.result(List.of(new Transformer.Operand(type, list)), null);
    } catch (Transformer.ArgumentException e) {
      return expect.has("throws") ? Verdict.AGREES : Verdict.differs(e.toString());
    }
    List<String> expected = new ArrayList<>();
    expect.path("values").forEach(v -> expected.add(v.asText()));
    if (!expect.path("type").asText().equals("PT_" + result.type())) {
      return Verdict.differs("type " + result.type());
    }
    return Verdict.equal(expected, values(transformer, input.get("values"), list));
  }

  private static FieldType type(String name) {
    return FieldType.valueOf(name.substring("PT_".length()));
  }

  private static Set<String> supported(Transformer transformer) {
    Set<String> names = new TreeSet<>();
    for (FieldType type : FieldType.values()) {
      try {
        transformer.result(List.of(new Transformer.Operand(type, false)), null);
        names.add("PT_" + type);
      } catch (Transformer.ArgumentException e) {
        // Not among the supported types.
      }
    }
    return names;
  }

  /** A row without a list may hold several values: each is a text of its own. */
  private static List<String> values(Transformer transformer, JsonNode values, boolean list) {
    List<String> results = new ArrayList<>();
    if (transformer == Transformer.LEN && list) {
      ValueList elements = new ValueList();
      values.forEach(v -> elements.add(ByteSlice.of(v.asText())));
      results.add(Long.toString(Transformers.length(elements)));
      return results;
    }
    for (JsonNode value : values) {
      ByteSlice in = ByteSlice.of(value.asText());
      TextBuilder text = new TextBuilder();
      ByteSlice out =
          switch (transformer) {
            case TOLOWER -> Transformers.toLower(in, text.begin(), new ByteSlice());
            case TOUPPER -> Transformers.toUpper(in, text.begin(), new ByteSlice());
            case B64 -> Transformers.base64(in, text.begin(), new ByteSlice());
            case BASENAME -> Transformers.basename(in, new ByteSlice());
            case LEN -> ByteSlice.of(Long.toString(Transformers.length(in)));
            case JOIN, CONCAT, GETOPT ->
                throw new IllegalArgumentException(transformer + " takes several values");
          };
      if (out != null) {
        results.add(out.toString());
      }
    }
    return results;
  }
}
