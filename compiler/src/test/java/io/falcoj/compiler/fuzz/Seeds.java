package io.falcoj.compiler.fuzz;

import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.yaml.reader.RuleFileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Where the fuzz tests begin: the project's default rules and the cases of its diagnostics. */
final class Seeds {
  private Seeds() {}

  /** Whole rule files. */
  static Stream<Arguments> files() {
    return ruleFiles().map(Arguments::of);
  }

  /** Conditions of rules and macros. */
  static Stream<Arguments> conditions() {
    return ruleFiles()
        .flatMap(Seeds::conditions)
        .distinct()
        .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Stream<String> conditions(byte[] file) {
    Diagnostics diags = new Diagnostics();
    var catalog =
        RuleCollector.collect(
            List.of(RuleFileReader.read(SourceFile.decode("seed", file), diags)), diags);
    List<String> texts = new ArrayList<>();
    catalog.rules().forEach(rule -> texts.add(rule.condition().text()));
    catalog.macros().forEach(macro -> texts.add(macro.condition().text()));
    return texts.stream();
  }

  private static Stream<byte[]> ruleFiles() {
    return Stream.of("rules/src/main/falco", "compiler/src/test/resources/diagnostics")
        .flatMap(Seeds::below)
        .map(
            file -> {
              try {
                return Files.readAllBytes(file);
              } catch (IOException e) {
                throw new UncheckedIOException(file.toString(), e);
              }
            });
  }

  private static Stream<Path> below(String folder) {
    Path root = Path.of(System.getProperty("falcoj.root", ".."));
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(folder, e);
    }
  }
}
