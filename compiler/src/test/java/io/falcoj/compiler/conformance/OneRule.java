package io.falcoj.compiler.conformance;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleLoader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A condition as a rule file, compiled and loaded as any bundle is. */
final class OneRule {
  private final CompilationResult result;
  private final @Nullable Bundle bundle;

  private OneRule(CompilationResult result) throws Exception {
    this.result = result;
    byte[] jar = result.bundle();
    this.bundle = jar == null ? null : BundleLoader.load(jar, "condition");
  }

  static OneRule of(String condition) throws Exception {
    return file(text("test", condition));
  }

  static OneRule file(String yaml) throws Exception {
    return new OneRule(
        RuleCompiler.compile(
            List.of(new SourceFile("rules.yaml", yaml)), CompilerOptions.defaults()));
  }

  /** A rule as YAML. */
  static String text(String name, String condition) {
    return """
        - rule: %s
          condition: "%s"
          output: out
          desc: about
          priority: NOTICE
        """
        .formatted(name, quoted(condition));
  }

  /** What stands between double quotes in YAML for a text. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        quoted.append("\\x%02x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.toString();
  }

  boolean compiles() {
    return bundle != null;
  }

  /** True when the rules match the world's last event. */
  boolean matches(World world) {
    Bundle rules = Objects.requireNonNull(bundle, this::problems);
    return !world.matches(Objects.requireNonNull(rules.ruleSet("syscall"))).isEmpty();
  }

  boolean reports(DiagnosticCode code) {
    return count(code) > 0;
  }

  long count(DiagnosticCode code) {
    return result.diagnostics().stream().filter(d -> d.code() == code).count();
  }

  List<Diagnostic> diagnostics() {
    return result.diagnostics();
  }

  String problems() {
    return result.diagnostics().stream()
        .map(d -> d.code().label() + ": " + d.message())
        .toList()
        .toString();
  }
}
