package io.falcoj.compiler.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.conformance.AlertAgreement.Aspect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Our alerts against those that a real Falco 0.44.1 printed for the same rules and captures. Every
 * difference is listed in {@code target/golden-alerts/RULESET.txt}.
 */
@Execution(ExecutionMode.CONCURRENT)
class GoldenAlertsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path REPORT = Path.of("target/golden-alerts");

  @TestFactory
  Stream<DynamicTest> agreesWithFalco() throws IOException {
    Path corpus = Corpus.root();
    Path alerts = corpus.resolve("golden-falco/alerts");
    List<Path> ruleSets;
    try (Stream<Path> list = Files.list(alerts)) {
      ruleSets = list.filter(Files::isDirectory).sorted().toList();
    }
    return ruleSets.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(), () -> compare(corpus, folder)));
  }

  private static void compare(Path corpus, Path folder) throws Exception {
    String name = folder.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String ruleSet = name.substring(0, dot);
    boolean all = name.substring(dot + 1).equals("all");
    List<Path> files = RuleSets.files(corpus, ruleSet);
    assertThat(files).as("rule files of " + ruleSet).isNotNull().isNotEmpty();
    Replay replay = Replay.compile(files);
    AlertAgreement agreement = new AlertAgreement(replay.rulesOfOldForm());
    for (Path golden : Corpus.files(folder, ".jsonl.gz")) {
      Path capture = capture(corpus, folder.relativize(golden));
      List<JsonNode> ours = replay.run(capture, all, ruleSet.endsWith("-enabled"));
      // The order of rules that a pattern switches on is that of their addresses in Falco.
      Path everyMatch = folder.resolveSibling(ruleSet + ".all").resolve(folder.relativize(golden));
      boolean switchedOn = ruleSet.endsWith("-enabled") && !all;
      List<JsonNode> matching = switchedOn ? read(everyMatch) : List.of();
      agreement.compare(corpus.relativize(capture).toString(), read(golden), ours, matching);
    }
    Files.createDirectories(REPORT);
    Files.write(REPORT.resolve(name + ".txt"), agreement.differences());
    System.out.println(name + ": " + agreement);
    FidelityReport.put("golden-falco/alerts/" + name, agreement.figures());
    agreement.differences().stream().limit(3).forEach(d -> System.out.println("  " + d));
    Properties floor = floor();
    for (Aspect aspect : Aspect.values()) {
      assertThat(agreement.percent(aspect))
          .as("%s: agreement in %s", name, aspect)
          .isGreaterThanOrEqualTo(limit(floor, name, aspect.name().toLowerCase(Locale.ROOT)));
    }
    assertThat(agreement.extraPercent())
        .as("%s: alerts that Falco did not print", name)
        .isLessThanOrEqualTo(limit(floor, name, "extra"));
    assertThat(agreement.otherOrderPercent())
        .as("%s: alerts of another rule that matches too", name)
        .isLessThanOrEqualTo(limit(floor, name, "order"));
  }

  /**
   * Goldens lie as captures do: {@code own/x.jsonl.gz} belongs to {@code captures/own/x.scap.gz}.
   */
  private static Path capture(Path corpus, Path golden) {
    String base = golden.toString().replaceAll("\\.jsonl\\.gz$", "");
    Path plain = corpus.resolve("captures/" + base + ".scap");
    return Files.exists(plain) ? plain : corpus.resolve("captures/" + base + ".scap.gz");
  }

  private static List<JsonNode> read(Path golden) throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    for (String line : Corpus.lines(golden)) {
      alerts.add(JSON.readTree(line));
    }
    return alerts;
  }

  private static double limit(Properties limits, String name, String key) {
    String general = Objects.requireNonNull(limits.getProperty("default." + key), key);
    return Double.parseDouble(limits.getProperty(name + "." + key, general));
  }

  private static Properties floor() throws IOException {
    Properties floor = new Properties();
    try (InputStream in = GoldenAlertsTest.class.getResourceAsStream("/golden-alerts.floor")) {
      floor.load(in);
    }
    return floor;
  }
}
