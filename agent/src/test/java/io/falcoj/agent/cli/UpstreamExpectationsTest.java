package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Upstream's regression tests, run with {@code falco-run} as a user would. Where one fails, a real
 * Falco 0.44.1 has to give the same alerts as we do. {@code target/fidelity.json} has the figures.
 */
class UpstreamExpectationsTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("falcoj.corpus", "../../shared/corpus"));

  private final Map<String, String> hold = new LinkedHashMap<>();
  private final Map<String, String> outOfScope = new LinkedHashMap<>();
  private final Map<String, String> falcoSaysSo = new LinkedHashMap<>();
  private final Map<String, String> superseded = new LinkedHashMap<>();
  private final Map<String, String> fail = new LinkedHashMap<>();

  @Test
  void upstreamExpectationsHold() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), () -> "no corpus at " + CORPUS);
    Map<String, Map<String, Integer>> recorded = recorded();
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    String text = Files.readString(CORPUS.resolve("expectations/expectations.yaml"));
    for (Object row : (List<?>) yaml.load(text)) {
      judge(new UpstreamExpectation(map(row)), recorded);
    }
    report();
    assertThat(fail).isEmpty();
  }

  private void judge(UpstreamExpectation expectation, Map<String, Map<String, Integer>> recorded) {
    String reason = expectation.outOfScope();
    if (!reason.isEmpty()) {
      outOfScope.put(expectation.id(), reason);
      return;
    }
    List<String> arguments = expectation.arguments(CORPUS.toString());
    CommandRun run = CommandRun.falcoRun(arguments.toArray(String[]::new));
    String fault = expectation.fault(run);
    Map<String, Integer> falco = recorded.get(expectation.id());
    if (fault.isEmpty()) {
      hold.put(expectation.id(), "");
    } else if (falco != null && falco.equals(AlertSummary.of(run.err()).rules())) {
      falcoSaysSo.put(expectation.id(), fault);
    } else if (expectation.superseded()) {
      superseded.put(expectation.id(), fault);
    } else {
      fail.put(expectation.id(), fault);
    }
  }

  /** What a real Falco 0.44.1 alerted in these tests: alerts by rule. */
  private static Map<String, Map<String, Integer>> recorded() throws IOException {
    Map<String, Map<String, Integer>> recorded = new HashMap<>();
    Path file = CORPUS.resolve("golden-falco/alerts/expectations.jsonl.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        Map<String, Integer> counts = new TreeMap<>();
        var row = new ObjectMapper().readTree(line);
        row.get("alerts")
            .forEach(alert -> counts.merge(alert.get("rule").asText(), 1, Integer::sum));
        recorded.put(row.get("id").asText(), counts);
      }
    }
    return recorded;
  }

  private void report() throws IOException {
    int judged = hold.size() + falcoSaysSo.size() + superseded.size() + fail.size();
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode suite = json.createObjectNode();
    suite.put("values", judged);
    suite.put("agree", hold.size());
    suite.set("falco-0.44.1-says-otherwise-as-we-do", json.valueToTree(falcoSaysSo));
    suite.set("superseded-and-otherwise", json.valueToTree(superseded));
    suite.set("out-of-scope", json.valueToTree(outOfScope));
    suite.set("differ", json.valueToTree(fail));
    ObjectNode report = json.createObjectNode();
    report.set("expectations (system calls)", suite);
    Files.createDirectories(Path.of("target"));
    json.writeValue(Path.of("target/fidelity.json").toFile(), report);
    System.out.printf(
        "expectations of system calls: %d of %d hold; in %d Falco 0.44.1 does as we do, %d are superseded, %d are"
            + " about other things%n",
        hold.size(), judged, falcoSaysSo.size(), superseded.size(), outOfScope.size());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
