package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.LoadReport;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.diag.render.JsonRenderer;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rule files loaded together, as {@code falcoc validate} does. */
final class Loading {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<SourceFile> files;
  private final CompilerOptions options;
  private final CompilationResult result;

  private Loading(List<SourceFile> files, Set<String> sources) {
    this.files = files;
    CompilerOptions plain = CompilerOptions.defaults();
    this.options =
        new CompilerOptions(
            plain.bundleName(), plain.bundleVersion(), plain.includeSources(), sources);
    this.result = RuleCompiler.compile(files, options);
  }

  static Loading of(List<SourceFile> files, Set<String> sources) {
    return new Loading(files, sources);
  }

  static Loading of(Path corpus, List<String> names, Set<String> sources) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (String name : names) {
      byte[] bytes = Files.readAllBytes(corpus.resolve(name));
      files.add(new SourceFile(name, new String(bytes, StandardCharsets.UTF_8)));
    }
    return new Loading(files, sources);
  }

  CompilationResult result() {
    return result;
  }

  List<String> messages(Severity severity) {
    return result.diagnostics().stream()
        .filter(d -> d.severity() == severity)
        .map(Diagnostic::message)
        .toList();
  }

  /** What {@code falcoc validate --json} prints about the files. */
  JsonNode json() throws IOException {
    String text = JsonRenderer.render(LoadReport.of(files, options, result.diagnostics()), false);
    return JSON.readTree(text).get("falco_load_results");
  }
}
