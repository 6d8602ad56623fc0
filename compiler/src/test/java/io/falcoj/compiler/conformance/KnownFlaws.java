package io.falcoj.compiler.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows that no implementation can satisfy as they are written, with the reason: {@code
 * conformance-flaws.tsv}.
 */
final class KnownFlaws {
  private static final Map<String, String> REASONS = read();

  private KnownFlaws() {}

  /** Why the row cannot be satisfied, or null for all others. */
  static @Nullable String reason(String id) {
    return REASONS.get(id);
  }

  private static Map<String, String> read() {
    Map<String, String> reasons = new HashMap<>();
    try (InputStream in = KnownFlaws.class.getResourceAsStream("/conformance-flaws.tsv");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split("\t", -1);
        if (!line.startsWith("#") && columns.length == 2) {
          reasons.put(columns[0], columns[1]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reasons;
  }
}
