package io.falcoj.runtime.template;

import io.falcoj.runtime.schema.FieldRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An output text taken apart. */
public record OutputTemplate(List<Segment> segments) {
  public OutputTemplate {
    segments = List.copyOf(segments);
  }

  /**
   * The fields that the template names, those inside transformer calls included: each text once,
   * sorted by it. They are the keys of {@code output_fields}.
   */
  public List<FieldRef> fields() {
    Map<String, FieldRef> fields = new TreeMap<>();
    for (Segment segment : segments) {
      if (segment instanceof Segment.Token token) {
        collect(token.value(), fields);
      }
    }
    return new ArrayList<>(fields.values());
  }

  private static void collect(Argument argument, Map<String, FieldRef> fields) {
    if (argument instanceof Argument.Field field) {
      fields.put(field.field().text(), field.field());
    } else if (argument instanceof Argument.Items list) {
      list.items().forEach(item -> collect(item, fields));
    } else if (argument instanceof Argument.Call call) {
      call.arguments().forEach(inner -> collect(inner, fields));
    }
  }
}
