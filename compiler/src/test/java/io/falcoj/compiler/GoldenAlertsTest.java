package io.falcoj.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Upstream's rule files over captures: the rules and events of which Falco alerted. */
class GoldenAlertsTest {
  private static final Path CORPUS = Path.of(System.getProperty("falcoj.corpus", "../corpus"));
  private static final String HEAD = "corpora/falcosecurity-rules/HEAD/";
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "default.all, corpora/falcosecurity-rules/HEAD/falco_rules.yaml",
    "all3.all, HEAD3",
    "falco-0.10.0.all, corpora/falco/0.10.0/falco_rules.yaml",
    "falco-0.18.0.all, corpora/falco/0.18.0/falco_rules.yaml",
    "falco-0.31.1.all, corpora/falco/0.31.1/falco_rules.yaml",
    "rules-3.0.1.all, corpora/falcosecurity-rules/falco-rules-3.0.1/falco_rules.yaml"
  })
  void alertsAreThoseOfFalco(String folder, String files) throws Exception {
    Path golden = CORPUS.resolve("golden-falco/alerts/" + folder);
    assumeTrue(Files.isDirectory(golden), "no corpus at " + CORPUS);
    Bundle bundle = compile(files);
    List<String> wrong = new ArrayList<>();
    for (Path recorded : recordings(golden)) {
      String name = golden.relativize(recorded).toString().replace(".jsonl.gz", "");
      Path plain = CORPUS.resolve("captures/" + name + ".scap");
      Path capture = Files.exists(plain) ? plain : CORPUS.resolve("captures/" + name + ".scap.gz");
      if (Files.exists(capture)) {
        compare(bundle, recorded, capture, name, wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void compare(
      Bundle bundle, Path recorded, Path capture, String name, List<String> wrong)
      throws Exception {
    Set<String> expected = new TreeSet<>();
    for (String line : lines(recorded)) {
      JsonNode alert = JSON.readTree(line);
      expected.add(
          alert.get("output_fields").path("evt.num").asLong() + " " + alert.get("rule").asText());
    }
    Set<String> actual = new TreeSet<>();
    Replay.of(bundle, capture, Long.MAX_VALUE)
        .forEach(
            (rule, events) -> {
              if (bundle.rules().get(rule).enabled()) {
                events.forEach(e -> actual.add(e + " " + bundle.rules().get(rule).name()));
              }
            });
    Set<String> more = new TreeSet<>(actual);
    more.removeAll(expected);
    expected.removeAll(actual);
    more.forEach(alert -> wrong.add(name + " more " + alert));
    expected.forEach(alert -> wrong.add(name + " less " + alert));
  }

  private static Bundle compile(String files) throws Exception {
    List<String> names =
        files.equals("HEAD3")
            ? List.of(
                HEAD + "falco_rules.yaml",
                HEAD + "falco-incubating_rules.yaml",
                HEAD + "falco-sandbox_rules.yaml")
            : List.of(files);
    List<SourceFile> sources = new ArrayList<>();
    for (String name : names) {
      sources.add(new SourceFile(name, Files.readString(CORPUS.resolve(name))));
    }
    byte[] bundle = RuleCompiler.compile(sources, CompilerOptions.defaults()).bundle();
    assertThat(bundle).isNotNull();
    return BundleLoader.load(bundle, files);
  }

  private static List<Path> recordings(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".jsonl.gz")).sorted().toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
