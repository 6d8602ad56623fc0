package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a list says of itself before its items and behind them. Of equal keys the first counts. */
final class ListRest {
  private @Nullable String kind;
  private boolean versioned;
  private @Nullable String strangeVersion;

  /** What stood before the items. */
  void begin(JsonDocument before) {
    kind = Envelope.hasKind(before) ? Envelope.kind(before) : null;
    versioned = Envelope.hasVersion(before);
    strangeVersion = Envelope.strangeVersion(before);
  }

  @Nullable String kind() {
    return kind;
  }

  /** The version when it is none that is known, else null. */
  @Nullable String strangeVersion() {
    return strangeVersion;
  }

  /** Reads the members behind the items and the brace at the end. */
  void read(AuditStream in) throws JsonException, IOException {
    while (in.take(',')) {
      if (in.peek() != '"') {
        throw in.problem("expected a key in quotes");
      }
      String key = shown(in, in.text());
      in.expect(':', "after a key");
      if (in.peek() == '"') {
        member(key, in);
      } else {
        in.skipValue();
      }
    }
    in.expect('}', "behind the items of the list");
  }

  private void member(String key, AuditStream in) throws JsonException, IOException {
    int start = in.text();
    if (key.equals("kind") && kind == null) {
      kind = shown(in, start);
    } else if (key.equals("apiVersion") && !versioned) {
      versioned = true;
      boolean known = start >= 0 && Envelope.isKnownVersion(in.window(), start, in.index() - 1);
      strangeVersion = known ? null : shown(in, start);
    }
  }

  /**
   * The string that was read last.
   *
   * @param start of its characters, -1 when they are too many to be kept
   */
  private static String shown(AuditStream in, int start) {
    return start < 0 ? Envelope.TOO_LONG : Envelope.shown(in.window(), start, in.index() - 1);
  }
}
