package io.falcoj.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.resolve.Resolver;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.yaml.RuleFile;
import io.falcoj.compiler.yaml.RuleFileReader;
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
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What Falco reported for every rule file of the corpus, as far as these stages decide it. */
class GoldenLoadTest {
  private static final Path CORPUS = Path.of(System.getProperty("falcoj.corpus", "../corpus"));
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Found by the type checker and later stages. */
  private static final List<String> LATER =
      List.of("nonexistent field", "unknown event type", "unknown filter");

  private static final Set<String> WARNINGS =
      Set.of(
          "LOAD_UNUSED_MACRO",
          "LOAD_UNUSED_LIST",
          "LOAD_UNKNOWN_ITEM",
          "LOAD_UNKNOWN_KEY",
          "LOAD_APPEND_NO_VALUES",
          "LOAD_EXCEPTION_NAME_NOT_UNIQUE",
          "LOAD_INVALID_MACRO_NAME",
          "LOAD_INVALID_LIST_NAME");

  @Test
  void errorsAndWarningsAreThoseOfFalco() throws IOException {
    Path golden = CORPUS.resolve("golden-falco/load/results.jsonl.gz");
    assumeTrue(Files.exists(golden), "no corpus at " + CORPUS);
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    int bad = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(golden)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = JSON.readTree(line);
        if (row.has("results")) {
          int before = wrong.size();
          rows++;
          check(row, wrong);
          bad += wrong.size() > before ? 1 : 0;
        }
      }
    }
    System.out.println("load goldens: " + (rows - bad) + " of " + rows);
    assertThat(wrong).isEmpty();
  }

  private static void check(JsonNode row, List<String> wrong) throws IOException {
    Diagnostics diags = new Diagnostics(Integer.MAX_VALUE);
    List<RuleFile> files = new ArrayList<>();
    boolean audit = false;
    for (JsonNode file : row.get("files")) {
      String text = Files.readString(CORPUS.resolve(file.asText()));
      audit |= text.contains("source: k8s_audit");
      files.add(RuleFileReader.read(new SourceFile(file.asText(), text), diags));
    }
    Resolver.resolve(ConditionReader.read(RuleCollector.collect(files, diags), diags), diags);
    String name = row.get("files").toString();
    Set<String> got = new TreeSet<>();
    Set<String> gotWarnings = new TreeSet<>();
    for (Diagnostic d : diags.reported()) {
      if (d.severity() == Severity.ERROR) {
        got.add(d.code().falcoCode() + " " + message(d.message(), d.code().falcoCode()));
      } else if (WARNINGS.contains(d.code().falcoCode())) {
        gotWarnings.add(warning(d));
      }
    }
    Set<String> expected = new TreeSet<>();
    Set<String> expectedWarnings = new TreeSet<>();
    boolean laterFails = false;
    for (JsonNode result : row.get("results")) {
      for (JsonNode e : result.get("errors")) {
        String message = e.get("message").asText();
        if (LATER.stream().anyMatch(message::contains)) {
          laterFails = true;
        } else {
          expected.add(e.get("code").asText() + " " + message(message, e.get("code").asText()));
        }
      }
      for (JsonNode w : result.get("warnings")) {
        if (WARNINGS.contains(w.get("code").asText())) {
          JsonNode last = w.get("locations").get(w.get("locations").size() - 1);
          expectedWarnings.add(
              w.get("code").asText()
                  + " "
                  + last.get("item_type").asText()
                  + " "
                  + last.get("item_name").asText()
                  + " "
                  + last.get("line").asText()
                  + ":"
                  + last.get("column").asText()
                  + " "
                  + w.get("message").asText());
        }
      }
    }
    if (!got.containsAll(expected) || (expected.isEmpty() && !got.isEmpty())) {
      wrong.add(name + "\n  expected " + expected + "\n  got " + got);
    }
    if (!audit && !laterFails && expected.isEmpty() && !gotWarnings.equals(expectedWarnings)) {
      Set<String> missing = new TreeSet<>(expectedWarnings);
      missing.removeAll(gotWarnings);
      gotWarnings.removeAll(expectedWarnings);
      wrong.add(name + "\n  warnings missing " + missing + "\n  too many " + gotWarnings);
    }
  }

  // The YAML library's words are its own; versions differ by what they are compared with.
  private static String message(String text, String code) {
    return code.equals("LOAD_ERR_YAML_PARSE") ? "" : text.replaceAll("version is .*", "");
  }

  private static String warning(Diagnostic d) {
    var last = d.context().get(d.context().size() - 1);
    var lines = last.span().file().lines();
    int offset = last.span().start();
    return d.code().falcoCode()
        + " "
        + last.itemType()
        + " "
        + last.itemName()
        + " "
        + (lines.line(offset) - 1)
        + ":"
        + (lines.column(offset) - 1)
        + " "
        + d.message();
  }
}
