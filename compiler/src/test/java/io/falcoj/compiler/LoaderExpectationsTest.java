package io.falcoj.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.resolve.Resolver;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.yaml.RuleFile;
import io.falcoj.compiler.yaml.RuleFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Upstream's own loader tests, as far as the stages up to resolution decide them. */
class LoaderExpectationsTest {
  private static final Path CORPUS = Path.of(System.getProperty("falcoj.corpus", "../corpus"));

  /** Found by the type checker and later stages. */
  private static final List<String> LATER =
      List.of(
          "LOAD_UNKNOWN_FILTER",
          "LOAD_NO_EVTTYPE",
          "LOAD_UNSAFE_NA_CHECK",
          "LOAD_ERR_COMPILE_OUTPUT",
          "LOAD_COMPILE_CONDITION",
          "nonexistent field",
          "unknown event type",
          "unknown filter",
          "invalid formatting token");

  /** Words of 0.34 that today's Falco puts differently. */
  private static final String REWORDED = "has 'append' key but no";

  @Test
  @SuppressWarnings("unchecked")
  void everyExpectation() throws IOException {
    Path path = CORPUS.resolve("expectations/loader-expectations.yaml");
    assumeTrue(Files.exists(path), "no corpus at " + CORPUS);
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    int bad = 0;
    int superseded = 0;
    for (Object row : (List<Object>) new Yaml().load(Files.readString(path))) {
      Map<String, Object> map = (Map<String, Object>) row;
      if (map.get("newer_version") != null) {
        superseded++;
        continue;
      }
      int before = wrong.size();
      check(map, wrong);
      rows++;
      bad += wrong.size() > before ? 1 : 0;
    }
    System.out.println(
        "loader expectations: "
            + (rows - bad)
            + " of "
            + rows
            + ", superseded and not compared: "
            + superseded);
    assertThat(wrong).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static void check(Map<String, Object> row, List<String> wrong) throws IOException {
    Diagnostics diags = new Diagnostics(Integer.MAX_VALUE);
    List<RuleFile> files = new ArrayList<>();
    for (String file : (List<String>) row.get("rules")) {
      String text = Files.readString(CORPUS.resolve(file));
      files.add(RuleFileReader.read(new SourceFile(file, text), diags));
    }
    Resolver.resolve(ConditionReader.read(RuleCollector.collect(files, diags), diags), diags);
    Map<String, Object> expect = (Map<String, Object>) row.get("expect");
    for (String kind : List.of("errors", "warnings")) {
      for (Object item : (List<Object>) expect.getOrDefault(kind, List.of())) {
        Map<String, Object> wanted = (Map<String, Object>) item;
        String text = wanted.toString();
        boolean later = text.contains(REWORDED) || LATER.stream().anyMatch(text::contains);
        if (!later && diags.reported().stream().noneMatch(d -> fits(d, wanted))) {
          wrong.add(row.get("id") + " lacks " + wanted + " in " + diags.reported());
        }
      }
    }
  }

  private static boolean fits(Diagnostic d, Map<String, Object> wanted) {
    Object code = wanted.get("code");
    Object type = wanted.get("item_type");
    Object name = wanted.get("item_name");
    Object message = wanted.get("message");
    boolean placed =
        d.context().stream()
            .anyMatch(
                l ->
                    (type == null || l.itemType().equals(type))
                        && (name == null || l.itemName().equals(name)));
    return (code == null || d.code().falcoCode().equalsIgnoreCase(code.toString()))
        && (message == null || d.message().equals(message))
        && (placed || "condition expression".equals(type));
  }
}
