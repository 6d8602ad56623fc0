package io.falcoj.runtime.match;

import io.falcoj.runtime.abi.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Matches counted by rule. */
public final class MatchStats {
  private final List<RuleInfo> rules;
  private final long[] counts;

  MatchStats(List<RuleInfo> rules) {
    this.rules = rules;
    this.counts = new long[rules.size()];
  }

  void count(int rule) {
    counts[rule]++;
  }

  /** All matches. */
  public long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /** Matches by rule name, in the order of rules; rules that never matched are left out. */
  public Map<String, Long> byRule() {
    Map<String, Long> byRule = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        byRule.merge(rules.get(i).name(), counts[i], Long::sum);
      }
    }
    return byRule;
  }

  /** Matches by priority, gravest first; priorities without a match are left out. */
  public Map<String, Long> byPriority() {
    Map<String, Long> byPriority = new LinkedHashMap<>();
    for (String priority : Priorities.all()) {
      long sum = 0;
      for (int i = 0; i < counts.length; i++) {
        sum += rules.get(i).priority().equals(priority) ? counts[i] : 0;
      }
      if (sum > 0) {
        byPriority.put(priority, sum);
      }
    }
    return byPriority;
  }

  /** The lines that Falco prints when it ends. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add("Events detected: " + total());
    lines.add("Rule counts by severity:");
    byPriority()
        .forEach(
            (priority, count) -> {
              String name = priority.equals("Informational") ? "Info" : priority;
              lines.add("   " + name.toUpperCase(java.util.Locale.ROOT) + ": " + count);
            });
    lines.add("Triggered rules by rule name:");
    byRule().forEach((rule, count) -> lines.add("   " + rule + ": " + count));
    return lines;
  }
}
