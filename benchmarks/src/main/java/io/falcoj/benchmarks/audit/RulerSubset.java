package io.falcoj.benchmarks.audit;

import io.falcoj.benchmarks.Rules;
import io.falcoj.runtime.bundle.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules in both languages, from {@code ruler-subset.tsv}: name, condition, pattern.
 *
 * @param patterns of event-ruler, by name
 */
record RulerSubset(Bundle rules, Map<String, String> patterns) {
  static RulerSubset read() throws Exception {
    Map<String, String> patterns = new LinkedHashMap<>();
    StringBuilder yaml = new StringBuilder();
    for (String line : table().lines().filter(l -> !l.startsWith("#")).toList()) {
      String[] row = line.split("\t");
      patterns.put(row[0], row[2]);
      yaml.append(rule(row[0], row[1]));
    }
    return new RulerSubset(Rules.compile("subset.yaml", yaml.toString()), patterns);
  }

  static String rule(String name, String condition) {
    return """
        - rule: %s
          desc: benchmark
          condition: '%s'
          output: event
          priority: DEBUG
          source: k8s_audit
        """
        .formatted(name, condition);
  }

  private static String table() throws IOException {
    try (InputStream in = RulerSubset.class.getResourceAsStream("ruler-subset.tsv")) {
      if (in == null) {
        throw new IllegalStateException("ruler-subset.tsv is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The names of the rules that match each event, sorted. */
  List<List<String>> verdicts(AuditEvents events) throws Exception {
    List<List<String>> verdicts = new ArrayList<>();
    for (int i = 0; i < events.count(); i++) {
      List<String> names = new ArrayList<>();
      AuditEvents one = events.one(i);
      new FalcoJ("", one, rules, true, (rule, context) -> names.add(rules.rules().get(rule).name()))
          .pass();
      verdicts.add(names.stream().sorted().toList());
    }
    return verdicts;
  }
}
