package io.falcoj.maven.build;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Keeps the compiled rules in the work directory up to date. */
public final class RuleBuild {
  /**
   * What came of it.
   *
   * @param rules how many rules the bundle has
   * @param compiled false when nothing had changed
   */
  public record Built(int rules, boolean compiled) {
    /** For people, e.g. {@code 3 rules}. */
    public String count() {
      return rules == 1 ? "1 rule" : rules + " rules";
    }
  }

  private final RuleProject project;
  private final Log log;

  public RuleBuild(RuleProject project, Log log) {
    this.project = project;
    this.log = log;
  }

  /**
   * Compiles the rules unless they, the options and the compiler are those of the bundle that is
   * there. Every finding goes to the log, compiled or not.
   *
   * @throws MojoFailureException when the rules have errors; no bundle is left then
   * @throws IOException when a file cannot be read or written
   */
  public Built update() throws MojoFailureException, IOException {
    if (project.rules().isEmpty()) {
      log.warn("no rule files; they are expected in src/main/falco, or where <ruleFiles> says");
      Files.deleteIfExists(project.bundle());
      return new Built(0, false);
    }
    List<SourceFile> files = RuleFiles.read(project.rules());
    CompilerOptions options = project.compilerOptions();
    String inputs = InputDigest.of(files, options);
    BuildRecord known = current(inputs);
    if (known != null) {
      known.warnings().forEach(log::warn);
      return new Built(known.rules(), false);
    }
    return compile(files, options, inputs);
  }

  /** The record of the bundle that is there, if it is made of the same. */
  private @Nullable BuildRecord current(String inputs) throws IOException {
    BuildRecord known = BuildRecord.read(record());
    return known != null
            && known.inputs().equals(inputs)
            && Files.isRegularFile(project.bundle())
            && known.bundle().equals(InputDigest.of(Files.readAllBytes(project.bundle())))
        ? known
        : null;
  }

  private Built compile(List<SourceFile> files, CompilerOptions options, String inputs)
      throws MojoFailureException, IOException {
    CompilationResult result = RuleCompiler.compile(files, options);
    List<String> warnings = tell(result.diagnostics());
    if (!result.successful()) {
      Files.deleteIfExists(record());
      Files.deleteIfExists(project.bundle());
      throw new RefusedRules(result.diagnostics(), result.errors().size());
    }
    byte[] bundle = Objects.requireNonNull(result.bundle());
    Files.createDirectories(project.work());
    replace(project.bundle(), bundle);
    BuildRecord made =
        new BuildRecord(inputs, InputDigest.of(bundle), result.rules().size(), warnings);
    replace(record(), made.toBytes());
    return new Built(made.rules(), true);
  }

  /** Errors and warnings to the log, each once. Returns the warnings that it told. */
  private List<String> tell(List<Diagnostic> found) {
    List<Diagnostic> errors = found.stream().filter(d -> d.severity() == Severity.ERROR).toList();
    List<Diagnostic> others = found.stream().filter(d -> d.severity() != Severity.ERROR).toList();
    tell(errors, log::error);
    return tell(others, log::warn);
  }

  private static List<String> tell(List<Diagnostic> found, Consumer<String> to) {
    List<String> all =
        found.stream().map(d -> TextRenderer.render(d).stripTrailing()).distinct().toList();
    List<String> shown = all.stream().limit(TextRenderer.MAX_SHOWN).toList();
    shown.forEach(to);
    if (all.size() > shown.size()) {
      to.accept("... and " + (all.size() - shown.size()) + " more");
    }
    return shown;
  }

  private Path record() {
    return project.work().resolve("rules.json");
  }

  /** Writes a file as a whole: a build that is interrupted leaves the old one. */
  private static void replace(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, content);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
