package io.falcoj.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.resolve.ResolvedRules;
import io.falcoj.compiler.resolve.Resolver;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.yaml.RuleFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every upstream rule file of the corpus gets through the stages up to resolution. */
class FrontCorpusTest {
  private static final Path CORPUS = Path.of(System.getProperty("falcoj.corpus", "../corpus"));

  @TestFactory
  List<DynamicTest> upstreamRuleFilesResolveWithoutError() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "no corpus at " + CORPUS);
    try (Stream<Path> paths =
        Stream.of("corpora/falco", "corpora/falcosecurity-rules").flatMap(FrontCorpusTest::files)) {
      return paths.map(p -> DynamicTest.dynamicTest(p.toString(), () -> check(p))).toList();
    }
  }

  private static Stream<Path> files(String folder) {
    try {
      return Files.walk(CORPUS.resolve(folder)).filter(p -> p.toString().endsWith(".yaml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void check(Path path) throws IOException {
    Diagnostics diags = new Diagnostics();
    SourceFile file = new SourceFile(path.toString(), Files.readString(path));
    var catalog = RuleCollector.collect(List.of(RuleFileReader.read(file, diags)), diags);
    ResolvedRules rules = Resolver.resolve(ConditionReader.read(catalog, diags), diags);
    assertThat(
            diags.reported().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .map(FrontCorpusTest::text))
        .isEmpty();
    assertThat(rules.rules()).hasSameSizeAs(catalog.rules());
  }

  private static String text(Diagnostic d) {
    var lines = d.span().file().lines();
    return d.span().file().name() + ":" + lines.line(d.span().start()) + ": " + d.message();
  }
}
