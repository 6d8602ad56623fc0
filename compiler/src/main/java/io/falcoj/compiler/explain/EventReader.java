package io.falcoj.compiler.explain;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is said of an event beside the condition. */
public final class EventReader {
  private static final List<String> CALLS =
      List.of("evt.type", "proc.cmdline", "fd.name", "user.name", "container.id");
  private static final List<String> AUDIT =
      List.of(
          "ka.verb", "ka.user.name", "ka.target.resource", "ka.target.namespace", "ka.target.name");

  private final Map<String, FieldReader> readers = new LinkedHashMap<>();

  /** For events of that source. */
  public EventReader(String source) {
    for (String name : source.equals(EventSources.K8S_AUDIT) ? AUDIT : CALLS) {
      readers.put(name, FieldReader.of(field(name, source)));
    }
  }

  private static FieldRef field(String name, String source) {
    try {
      return Objects.requireNonNull(FieldCatalog.standard().resolve(name, source));
    } catch (FieldException e) {
      throw new IllegalStateException(name + " is a row of the field table", e);
    }
  }

  /** What the context shows, begun for the event. */
  public EventFacts read(MatchContext ctx) {
    Map<String, String> fields = new LinkedHashMap<>();
    String type = "";
    for (Map.Entry<String, FieldReader> reader : readers.entrySet()) {
      String value = read(reader.getValue(), ctx);
      boolean first = reader.getKey().equals(readers.keySet().iterator().next());
      if (first) {
        type = value == null ? "" : value;
      } else if (value != null && !value.isEmpty()) {
        fields.put(reader.getKey(), value);
      }
    }
    return new EventFacts(ctx.eventNumber(), ctx.timestamp(), type, fields);
  }

  private static @Nullable String read(FieldReader reader, MatchContext ctx) {
    TextBuilder text = new TextBuilder().begin();
    return reader.appendText(ctx, text) ? text.finish(new ByteSlice()).toString() : null;
  }
}
