package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonPath;
import io.falcoj.runtime.json.JsonPath.Reach;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A JSON pointer (RFC 6901); the slash in front may be missing. */
final class JsonPointer {
  /** Those that rules and outputs name; each is one object of its rule or output. */
  private static final Map<ByteSlice, JsonPointer> KNOWN = new ConcurrentHashMap<>();

  private final ByteSlice[] keys;
  private final JsonPath path;

  /** True when an array may be on the way: then the path is not the whole way. */
  private final boolean indexed;

  private JsonPointer(ByteSlice pointer) {
    List<String> names = names(pointer.toString());
    this.keys = names.stream().map(ByteSlice::of).toArray(ByteSlice[]::new);
    int plain = 0;
    while (plain < keys.length && !JsonDocument.isPosition(keys[plain])) {
      plain++;
    }
    this.indexed = plain < keys.length;
    this.path = JsonPath.of(indexed ? Reach.EVERYTHING : Reach.VALUE, names.subList(0, plain));
  }

  /**
   * The pointer of a text.
   *
   * @param text constant of a rule or output
   */
  static JsonPointer of(ByteSlice text) {
    JsonPointer known = KNOWN.get(text);
    if (known == null) {
      known = new JsonPointer(text);
      KNOWN.put(text.copy(), known);
    }
    return known;
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    if (!text.isEmpty()) {
      String rest = text.startsWith("/") ? text.substring(1) : text;
      for (String part : rest.split("/", -1)) {
        names.add(part.replace("~1", "/").replace("~0", "~"));
      }
    }
    return names;
  }

  /** The event, for a look at what the pointer points at. */
  JsonDocument document(AuditEvent event) {
    return event.look(path);
  }

  /** The node, or {@link JsonDocument#NONE}; an empty pointer gives the whole document. */
  int find(JsonDocument document) {
    if (keys.length == 0) {
      return document.root();
    }
    return indexed ? document.find(document.root(), keys) : document.find(path);
  }
}
