package io.falcoj.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.compiler.conformance.FidelityReport;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.EngineCounters;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.source.EventSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Upstream's expectations of audit rules: rule files and a log in, detections out. */
class AuditExpectationsTest {
  private static final Path CORPUS = Path.of(System.getProperty("falcoj.corpus", "../corpus"));

  private final Map<List<String>, Bundle> bundles = new HashMap<>();

  @Test
  void auditExpectationsHold() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "no corpus at " + CORPUS);
    List<String> failures = new ArrayList<>();
    int rows = 0;
    for (Map<String, Object> row : expectations()) {
      if ("k8s_audit".equals(row.get("event_source"))) {
        rows++;
        try {
          compare(row, failures);
        } catch (Exception e) {
          failures.add(row.get("id") + ": " + e);
        }
      }
    }
    System.out.printf("audit expectations: %d of %d hold%n", rows - failures.size(), rows);
    FidelityReport.put("expectations (audit)", FidelityReport.suite(rows, rows - failures.size()));
    assertThat(failures).isEmpty();
  }

  @Test
  void upstreamRuleFilesOfEveryAgeCompile() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "no corpus at " + CORPUS);
    for (String age : List.of("0.18.0", "0.31.1")) {
      String folder = "corpora/falco/" + age;
      assertThat(compile(List.of(folder + "/falco_rules.yaml", folder + "/k8s_audit_rules.yaml")))
          .isNotNull();
    }
    for (String age :
        List.of("HEAD/k8saudit", "k8saudit-0.1.0", "k8saudit-0.5.0", "plugins_k8saudit_v0.11.0")) {
      assertThat(compile(List.of("corpora/plugins/" + age + "/k8s_audit_rules.yaml"))).isNotNull();
    }
  }

  private void compare(Map<String, Object> row, List<String> failures) throws Exception {
    Map<String, Object> expected = map(row.get("expect"));
    List<Alert> alerts = new ArrayList<>();
    EngineCounters counters = judge(texts(row.get("rules")), (String) row.get("capture"), alerts);
    Map<String, Integer> counts = new TreeMap<>();
    List<String> levels = new ArrayList<>();
    for (Alert alert : alerts) {
      counts.merge(alert.rule(), 1, Integer::sum);
      levels.add(alert.priority().toLowerCase(Locale.ROOT));
    }
    String fault = fault(expected, counts, levels);
    if (fault.isEmpty()) {
      fault = fault(expected, counters);
    }
    if (!fault.isEmpty()) {
      failures.add(row.get("id") + ": " + fault + ", alerts " + counts);
    }
  }

  private static String fault(
      Map<String, Object> expected, Map<String, Integer> counts, List<String> levels) {
    int total = levels.size();
    if (expected.get("detected") instanceof Boolean detected && detected != total > 0) {
      return "detected " + detected;
    }
    if (expected.get("total") instanceof Integer wanted && wanted != total) {
      return "total " + wanted;
    }
    for (Map.Entry<String, Object> count : map(expected.get("counts")).entrySet()) {
      int found = counts.getOrDefault(count.getKey(), 0);
      if (count.getValue() instanceof Integer wanted ? wanted != found : found == 0) {
        return count.toString();
      }
    }
    for (Map.Entry<String, Object> count : map(expected.get("min_counts")).entrySet()) {
      if (counts.getOrDefault(count.getKey(), 0) < (Integer) count.getValue()) {
        return "at least " + count;
      }
    }
    // Rows that expect no alert name the level of the rule that must stay silent.
    boolean silent = Boolean.FALSE.equals(expected.get("detected"));
    for (String level : silent ? List.<String>of() : texts(expected.get("levels"))) {
      if (levels.stream().noneMatch(l -> l.contains(level.toLowerCase(Locale.ROOT)))) {
        return "level " + level;
      }
    }
    for (String level : texts(expected.get("not_levels"))) {
      if (levels.stream().anyMatch(l -> l.contains(level.toLowerCase(Locale.ROOT)))) {
        return "not level " + level;
      }
    }
    return "";
  }

  /** What Falco does with the log as a whole; and the loader knows all that rules look at. */
  private static String fault(Map<String, Object> expected, EngineCounters counters) {
    if (expected.get("events") instanceof Integer wanted && wanted != counters.judged()) {
      return "events " + wanted + ", not " + counters.judged();
    }
    if (expected.get("exit_status") instanceof Integer wanted
        && wanted == 0
        && (counters.refused() > 0 || counters.judged() == 0)) {
      return "exit status 0, but " + counters;
    }
    return counters.readAgain() == 0 ? "" : counters.toString();
  }

  private EngineCounters judge(List<String> rules, String log, List<Alert> alerts)
      throws Exception {
    Bundle bundle = bundles.get(rules);
    if (bundle == null) {
      bundle = compile(rules);
      bundles.put(rules, bundle);
    }
    Engine engine = Engine.builder().bundle(bundle).sink(alerts::add).build();
    try (EventSource source = ReplaySources.open(CORPUS.resolve(log))) {
      engine.run(source);
    }
    return engine.counters();
  }

  private static Bundle compile(List<String> rules) throws Exception {
    List<SourceFile> files = new ArrayList<>();
    for (String file : rules) {
      files.add(new SourceFile(file, Files.readString(CORPUS.resolve(file))));
    }
    CompilationResult result = RuleCompiler.compile(files, CompilerOptions.defaults());
    byte[] jar = result.bundle();
    if (jar == null) {
      throw new IllegalStateException("rules do not compile: " + result.errors().get(0).message());
    }
    return BundleLoader.load(jar, "rules");
  }

  private static List<Map<String, Object>> expectations() throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    List<Map<String, Object>> rows = new ArrayList<>();
    String text = Files.readString(CORPUS.resolve("expectations/expectations.yaml"));
    for (Object row : (List<?>) yaml.load(text)) {
      rows.add(map(row));
    }
    return rows;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Object value) {
    return value == null ? List.of() : (List<String>) value;
  }
}
