package io.falcoj.compiler.diag;

import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rule files and what is said about them: a folder for each code, in it a folder for each case with
 * the files in load order and {@code expected.txt}.
 */
final class Cases {
  static final Path ROOT = Path.of("src/test/resources/diagnostics");
  private static final String EXPECTED = "expected.txt";

  private Cases() {}

  /** The case that stands in the documentation of a code. */
  static Path example(DiagnosticCode code) {
    return ROOT.resolve(code.label()).resolve("example");
  }

  static List<Path> all() {
    return sorted(ROOT).stream().flatMap(code -> sorted(code).stream()).toList();
  }

  static List<Path> sorted(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> ruleFiles(Path folder) {
    return sorted(folder).stream().filter(p -> p.toString().endsWith(".yaml")).toList();
  }

  static Path expected(Path folder) {
    return folder.resolve(EXPECTED);
  }

  /** All findings as the user reads them. */
  static String render(Path folder) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (Path file : ruleFiles(folder)) {
      files.add(SourceFile.decode(file.getFileName().toString(), Files.readAllBytes(file)));
    }
    return TextRenderer.render(
        RuleCompiler.compile(files, CompilerOptions.defaults()).diagnostics());
  }
}
