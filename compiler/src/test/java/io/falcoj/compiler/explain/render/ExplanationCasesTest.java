package io.falcoj.compiler.explain.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.explain.EventSearch;
import io.falcoj.compiler.explain.Explainer;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Explanations as they are shown; {@code -Dbaseline.update} writes what is shown. A folder for each
 * case, with rule files in load order, {@code events.json} where they are not those of {@link
 * Scene}, and for each question a file {@code RULE.txt} or {@code RULE@EVENT.txt}, or {@code .json}
 * likewise.
 */
class ExplanationCasesTest {
  private static final Path ROOT = Path.of("src/test/resources/explain");

  @TestFactory
  Stream<DynamicTest> explanationsAreShownAsExpected() throws IOException {
    return files(ROOT).stream()
        .flatMap(folder -> files(folder).stream())
        .filter(file -> name(file).endsWith(".txt") || isAnswer(file))
        .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> check(file)));
  }

  private static boolean isAnswer(Path file) {
    return name(file).endsWith(".json") && !name(file).equals("events.json");
  }

  private static void check(Path expected) throws IOException, SourceException {
    String shown = answer(expected);
    if (System.getProperty("baseline.update") != null) {
      Files.writeString(expected, shown);
    }
    assertThat(shown).as("accept it with -Dbaseline.update").isEqualTo(Files.readString(expected));
  }

  private static String answer(Path file) throws IOException, SourceException {
    String question = name(file).replaceFirst("\\.(txt|json)$", "");
    boolean json = name(file).endsWith(".json");
    String rule = question.replaceFirst("@.*", "").replace('-', ' ');
    RuleExplainer explainer = explainer(file.resolveSibling(""), rule);
    EventSearch search = new EventSearch(explainer);
    List<String> answers = new ArrayList<>();
    int at = question.indexOf('@');
    long number = at < 0 ? 0 : Long.parseLong(question.substring(at + 1));
    replay(
        file.resolveSibling("events.json"),
        context -> {
          search.accept(context);
          if (context.eventNumber() == number) {
            answers.add(
                json
                    ? ExplanationJson.render(explainer.explain(context))
                    : ExplanationText.render(explainer.explain(context)));
          }
        });
    if (number == 0) {
      answers.add(
          json ? ExplanationJson.render(search.found()) : SearchText.render(search.found()));
    }
    return answers.get(0);
  }

  private static RuleExplainer explainer(Path folder, String rule) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : files(folder)) {
      if (name(file).endsWith(".yaml")) {
        sources.add(new SourceFile(name(file), Files.readString(file)));
      }
    }
    CheckedRules rules = RuleCompiler.check(sources, CompilerOptions.defaults());
    assertThat(rules.successful()).as(() -> rules.diagnostics().toString()).isTrue();
    return new Explainer(rules.parsed(), rules.typed()).rule(rule).orElseThrow();
  }

  private static void replay(Path audit, EventReplay.Observer observer)
      throws IOException, SourceException {
    byte[] events = Files.exists(audit) ? Files.readAllBytes(audit) : Scene.capture();
    InputStream in = new ByteArrayInputStream(events);
    try (EventSource source = ReplaySources.open("events", in)) {
      new EventReplay(
              observer,
              (message, offset) -> {
                throw new AssertionError(message);
              })
          .run(source);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
