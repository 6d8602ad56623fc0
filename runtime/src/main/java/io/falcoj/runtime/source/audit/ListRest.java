package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a list says of itself before its items and behind them. */
final class ListRest {
  private static final Set<String> VERSIONS = Set.of("audit.k8s.io/v1", "audit.k8s.io/v1beta1");

  /** Longer texts are none that this reader knows. */
  private static final int MAX_TEXT = 256;

  private @Nullable String kind;
  private @Nullable String strangeVersion;

  /** What stood before the items. */
  void begin(@Nullable String newKind, @Nullable String newStrangeVersion) {
    kind = newKind;
    strangeVersion = newStrangeVersion;
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
      String key = text(in);
      in.expect(':', "after a key");
      if (in.peek() == '"') {
        member(key, text(in));
      } else {
        in.skipValue();
      }
    }
    in.expect('}', "behind the items of the list");
  }

  /** Of equal keys the first counts. */
  private void member(String key, String value) {
    if (key.equals("kind") && kind == null) {
      kind = value;
    } else if (key.equals("apiVersion") && strangeVersion == null && !VERSIONS.contains(value)) {
      strangeVersion = value;
    }
  }

  private static String text(AuditStream in) throws JsonException, IOException {
    int start = in.text();
    int length = start < 0 ? MAX_TEXT + 1 : in.index() - 1 - start;
    return length > MAX_TEXT
        ? "(too long)"
        : new String(in.window(), start, length, StandardCharsets.UTF_8);
  }
}
