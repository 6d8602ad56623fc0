package io.falcoj.testkit.shrink;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.fields.FieldReader;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.testkit.shrink.recording.Recording;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All values that fields have in a recording, in ISO 8859-1. */
final class FieldValues {
  private static final Set<String> NOTHING = Set.of("", "<NA>");

  private final Map<String, FieldReader> readers = new LinkedHashMap<>();

  /**
   * @param source event source that the fields are of
   * @throws ShrinkException for a name that is none of a field
   */
  FieldValues(Collection<String> fields, String source) throws ShrinkException {
    for (String field : fields) {
      readers.put(field, FieldReader.of(resolve(field, source)));
    }
  }

  private static FieldRef resolve(String field, String source) throws ShrinkException {
    try {
      FieldRef ref = FieldCatalog.standard().resolve(field, source);
      if (ref != null) {
        return ref;
      }
    } catch (FieldException e) {
      throw new ShrinkException(field + ": " + e.getMessage());
    }
    throw new ShrinkException(
        "no field `%s`; `falco-run --list-fields %s` lists them".formatted(field, source));
  }

  /** Values by field; those that stand for none are left out. */
  Map<String, Set<String>> of(Recording recording) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    readers.keySet().forEach(field -> values.put(field, new TreeSet<>()));
    EventReplay replay = new EventReplay(context -> read(context, values), (message, offset) -> {});
    try (EventSource source =
        ReplaySources.open("recording", new ByteArrayInputStream(recording.write()))) {
      replay.run(source);
    } catch (SourceException e) {
      throw new IllegalStateException("what was written is read", e);
    }
    values.forEach((field, of) -> of.addAll(recording.tableTexts(field)));
    values.values().forEach(of -> of.removeAll(NOTHING));
    return values;
  }

  private void read(MatchContext context, Map<String, Set<String>> values) {
    readers.forEach(
        (field, reader) -> {
          TextBuilder text = new TextBuilder().begin();
          if (reader.appendText(context, text)) {
            byte[] bytes = text.finish(new ByteSlice()).toBytes();
            values
                .computeIfAbsent(field, f -> new TreeSet<>())
                .add(new String(bytes, StandardCharsets.ISO_8859_1));
          }
        });
  }
}
