package io.falcoj.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Conditions that Falco ran over captures: the same events must match. */
class GoldenConditionsTest {
  private static final Path CORPUS = Path.of(System.getProperty("falcoj.corpus", "../corpus"));
  private static final Path GOLDEN = CORPUS.resolve("golden-falco/conditions");

  /** Checks that are taken as written although Falco evaluates them otherwise. */
  private static final Set<String> MENDED = Set.of("c0557");

  private record Condition(String id, String text) {}

  @Test
  void conditionsMatchTheEventsThatFalcoMatched() throws Exception {
    assumeTrue(Files.isDirectory(GOLDEN), "no corpus at " + CORPUS);
    List<Condition> conditions = conditions();
    List<String> rejected = new ArrayList<>();
    Bundle bundle = compile(conditions, rejected);
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> wrongById = new TreeMap<>();
    int rows = 0;
    for (Path table : tables()) {
      String name = GOLDEN.relativize(table).toString().replace(".tsv.gz", "");
      rows += compare(bundle, table, name, wrong, wrongById);
    }
    System.getLogger("golden")
        .log(
            System.Logger.Level.INFO,
            "conditions {0}, rejected {1}, rows {2}, wrong {3} of {4} conditions",
            conditions.size(),
            rejected,
            rows,
            wrong.size(),
            wrongById);
    String report = System.getProperty("falcoj.report");
    if (report != null) {
      Files.write(Path.of(report), wrong);
    }
    assertThat(rejected).isEmpty();
    assertThat(wrong).isEmpty();
  }

  private static int compare(
      Bundle bundle, Path table, String capture, List<String> wrong, Map<String, Integer> wrongById)
      throws Exception {
    List<String> lines = lines(table);
    Path plain = CORPUS.resolve("captures/" + capture + ".scap");
    Path file = Files.exists(plain) ? plain : plain.resolveSibling(plain.getFileName() + ".gz");
    long last = lines.get(0).contains("evt.num<=all") ? Long.MAX_VALUE : 3000;
    Map<String, List<Long>> actual = new HashMap<>();
    Replay.of(bundle, file, last)
        .forEach((rule, events) -> actual.put(bundle.rules().get(rule).name(), events));
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split("\t", -1);
      List<Long> events = actual.getOrDefault(columns[0], List.of());
      String first =
          events.stream().limit(200).map(String::valueOf).collect(Collectors.joining(","));
      String expected = columns.length > 2 ? columns[2] : "";
      if (!MENDED.contains(columns[0])
          && !(columns[1].equals(Integer.toString(events.size())) && first.equals(expected))) {
        wrongById.merge(columns[0], 1, Integer::sum);
        wrong.add(
            "%s\t%s\t%d instead of %s\t%s"
                .formatted(
                    columns[0], capture, events.size(), columns[1], difference(first, expected)));
      }
    }
    return lines.size() - 1;
  }

  private static String difference(String actual, String expected) {
    Set<String> more = new HashSet<>(List.of(actual.split(",")));
    more.removeAll(Set.of(expected.split(",")));
    Set<String> less = new HashSet<>(List.of(expected.split(",")));
    less.removeAll(Set.of(actual.split(",")));
    return "more " + more.stream().limit(5).toList() + " less " + less.stream().limit(5).toList();
  }

  private static Bundle compile(List<Condition> conditions, List<String> rejected)
      throws Exception {
    StringBuilder yaml = new StringBuilder();
    for (Condition condition : conditions) {
      String rule = rule(condition);
      CompilationResult alone =
          RuleCompiler.compile(
              List.of(new SourceFile("one.yaml", rule)), CompilerOptions.defaults());
      if (alone.successful()) {
        yaml.append(rule);
      } else {
        rejected.add(condition.id() + " " + alone.errors().get(0).message());
      }
    }
    CompilationResult all =
        RuleCompiler.compile(
            List.of(new SourceFile("all.yaml", yaml.toString())), CompilerOptions.defaults());
    byte[] bundle = all.bundle();
    assertThat(bundle).isNotNull();
    return BundleLoader.load(bundle, "conditions");
  }

  private static String rule(Condition condition) {
    String quoted = condition.text().replace("\\", "\\\\").replace("\"", "\\\"");
    return """
        - rule: %s
          condition: "%s"
          output: x
          desc: x
          priority: DEBUG
        """
        .formatted(condition.id(), quoted.replace("\n", "\\n").replace("\t", "\\t"));
  }

  private static List<Condition> conditions() throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    List<Condition> conditions = new ArrayList<>();
    for (Object row : (List<?>) yaml.load(Files.readString(GOLDEN.resolve("conditions.yaml")))) {
      Map<?, ?> map = (Map<?, ?>) row;
      if (Boolean.TRUE.equals(map.get("loads"))) {
        conditions.add(
            new Condition(String.valueOf(map.get("id")), String.valueOf(map.get("condition"))));
      }
    }
    return conditions;
  }

  private static List<Path> tables() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files.filter(f -> f.toString().endsWith(".tsv.gz")).sorted().toList();
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
