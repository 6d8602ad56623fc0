package io.falcoj.testkit.record;

import java.nio.file.Path;
import java.util.Map;

/**
 * A test that was made.
 *
 * @param events the recording beside it
 * @param matched how many of its events the filter matches
 * @param alerts what the rules say about it, by rule
 */
public record Recorded(Path test, Path events, long matched, Map<String, Long> alerts) {
  public Recorded {
    alerts = Map.copyOf(alerts);
  }
}
