package io.falcoj.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.ast.AstPrinter;
import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.resolve.ResolvedRule;
import io.falcoj.compiler.resolve.ResolvedRules;
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
import org.junit.jupiter.api.Test;

/** The recorded outcomes of upstream's rule loader, as far as these stages decide them. */
class LoadVectorsTest {
  private static final Path CORPUS = Path.of(System.getProperty("falcoj.corpus", "../corpus"));
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Warnings of the stages that come after resolution. */
  private static final List<String> LATER = List.of("misused as a const", "evt.dir");

  @Test
  void everyRowOfTheLoaderVectors() throws IOException {
    Path path = CORPUS.resolve("vectors/load.jsonl");
    assumeTrue(Files.exists(path), "no corpus at " + CORPUS);
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    int bad = 0;
    for (String line : Files.readAllLines(path)) {
      int before = wrong.size();
      check(JSON.readTree(line), wrong);
      rows++;
      bad += wrong.size() > before ? 1 : 0;
    }
    System.out.println("load vectors: " + (rows - bad) + " of " + rows);
    assertThat(wrong).isEmpty();
  }

  private static void check(JsonNode row, List<String> wrong) {
    Diagnostics diags = new Diagnostics();
    List<RuleFile> files = new ArrayList<>();
    for (JsonNode file : row.at("/input/files")) {
      String name = file.get("name").asText();
      files.add(RuleFileReader.read(new SourceFile(name, file.get("content").asText()), diags));
    }
    ResolvedRules rules =
        Resolver.resolve(ConditionReader.read(RuleCollector.collect(files, diags), diags), diags);
    String id = row.get("id").asText();
    JsonNode expect = row.get("expect");
    if (expect.get("ok").asBoolean() && diags.hasErrors()) {
      wrong.add(id + " has errors: " + messages(diags, Severity.ERROR));
    }
    if (!expect.get("ok").asBoolean() && !diags.hasErrors()) {
      wrong.add(id + " has no error");
    }
    for (JsonNode part : expect.path("errors_containing")) {
      if (messages(diags, Severity.ERROR).stream().noneMatch(m -> m.contains(part.asText()))) {
        wrong.add(id + " lacks error " + part + " in " + messages(diags, Severity.ERROR));
      }
    }
    for (JsonNode part : expect.path("warnings_containing")) {
      boolean later = LATER.stream().anyMatch(part.asText()::contains);
      if (!later
          && messages(diags, Severity.WARNING).stream().noneMatch(m -> m.contains(part.asText()))) {
        wrong.add(id + " lacks warning " + part + " in " + messages(diags, Severity.WARNING));
      }
    }
    expect
        .path("compiled_condition")
        .fields()
        .forEachRemaining(
            entry -> {
              String got = condition(rules, entry.getKey());
              if (!got.equals(entry.getValue().asText())) {
                wrong.add(id + "\n  expected " + entry.getValue().asText() + "\n  got " + got);
              }
            });
  }

  private static String condition(ResolvedRules rules, String name) {
    return rules.rules().stream()
        .filter(r -> r.rule().name().equals(name))
        .map(ResolvedRule::condition)
        .map(AstPrinter::print)
        .findFirst()
        .orElse("no such rule");
  }

  private static List<String> messages(Diagnostics diags, Severity severity) {
    return diags.reported().stream()
        .filter(d -> d.severity() == severity)
        .map(Diagnostic::message)
        .toList();
  }
}
