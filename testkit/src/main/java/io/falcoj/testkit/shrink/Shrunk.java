package io.falcoj.testkit.shrink;

import io.falcoj.testkit.replay.RuleAlert;
import java.util.List;

/**
 * What became of a recording.
 *
 * @param recording bytes of the smaller one
 * @param capture whether it is a capture, and no audit log
 * @param eventsBefore how many events there were, as the rules count them
 * @param events how many are left
 * @param entries how many users, threads and descriptors are left of what was there before
 * @param alerts what the rule says now
 * @param tests how many recordings were tried
 * @param left values of redacted fields that are still there, as {@code FIELD = VALUE}: addresses
 *     that events carry as numbers, and what is put together of several values
 */
public record Shrunk(
    byte[] recording,
    boolean capture,
    long eventsBefore,
    int events,
    int entries,
    List<RuleAlert> alerts,
    int tests,
    List<String> left) {
  public Shrunk {
    alerts = List.copyOf(alerts);
    left = List.copyOf(left);
  }
}
