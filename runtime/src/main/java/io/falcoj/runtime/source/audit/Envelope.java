package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.event.Rfc3339;
import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.json.JsonText;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the outermost keys of an object say about it, read while the scanner passes them. */
final class Envelope {
  /** The keys that matter. */
  private enum Key {
    KIND("kind"),
    API_VERSION("apiVersion"),
    ITEMS("items"),
    STAGE_TIMESTAMP("stageTimestamp"),
    OTHER("");

    private static final Key[] ALL = values();

    private final ByteSlice text;

    Key(String text) {
      this.text = ByteSlice.of(text);
    }
  }

  /** Longer names are none that this reader knows. */
  private static final int MAX_NAME = 256;

  private @Nullable String kind;
  private @Nullable String apiVersion;
  private boolean stamped;
  private long timestamp;
  private boolean tooDeep;

  /** Forgets the previous object. */
  void begin() {
    kind = null;
    apiVersion = null;
    stamped = false;
    timestamp = Rfc3339.INVALID;
    tooDeep = false;
  }

  @Nullable String kind() {
    return kind;
  }

  boolean is(String wanted) {
    return wanted.equals(kind);
  }

  @Nullable String apiVersion() {
    return apiVersion;
  }

  boolean tooDeep() {
    return tooDeep;
  }

  /** Why the object is no event for rules, or null. */
  @Nullable String fault() {
    return !stamped
        ? "it has no stageTimestamp"
        : timestamp == Rfc3339.INVALID ? "its stageTimestamp is not an RFC 3339 time" : null;
  }

  /**
   * Reads a key and its value.
   *
   * @param list true when the object may be a list of events
   * @return true when the key is {@code items}, the next byte opens its array, and {@code list}
   */
  boolean member(AuditStream in, boolean list) throws JsonException, IOException {
    if (in.peek() != '"') {
      throw in.problem("expected a key in quotes");
    }
    int start = in.text();
    Key key = start < 0 ? Key.OTHER : known(in, start);
    in.expect(':', "after a key");
    int first = in.peek();
    if (list && key == Key.ITEMS && first == '[' && (kind == null || is("EventList"))) {
      return true;
    }
    if (first == '"' && key != Key.OTHER && key != Key.ITEMS) {
      string(in, key);
      return false;
    }
    stamped |= key == Key.STAGE_TIMESTAMP;
    in.value(null);
    tooDeep |= in.tooDeep();
    return false;
  }

  private static Key known(AuditStream in, int start) {
    int end = in.index() - 1;
    for (Key key : Key.ALL) {
      if (key != Key.OTHER && JsonText.equal(in.window(), start, end, key.text)) {
        return key;
      }
    }
    return Key.OTHER;
  }

  /** Reads the text of a known key; of equal keys the first counts. */
  private void string(AuditStream in, Key key) throws JsonException, IOException {
    int start = in.text();
    int length = start < 0 ? MAX_NAME + 1 : in.index() - 1 - start;
    if (key == Key.STAGE_TIMESTAMP) {
      if (stamped) {
        return;
      }
      stamped = true;
      timestamp =
          length > MAX_NAME
              ? Rfc3339.INVALID
              : Rfc3339.nanoseconds(in.window(), start, start + length);
      return;
    }
    String text =
        length > MAX_NAME
            ? "(too long)"
            : new String(in.window(), start, length, StandardCharsets.UTF_8);
    if (key == Key.KIND && kind == null) {
      kind = text;
    } else if (key == Key.API_VERSION && apiVersion == null) {
      apiVersion = text;
    }
  }
}
