package io.falcoj.maven;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.compiler.source.RuleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Compiles a project's rules and tells its diagnostics to Maven's log. */
final class RuleBuild {
  private RuleBuild() {}

  static CompilationResult compile(MavenProject project, List<Path> paths, Log log)
      throws MojoExecutionException, MojoFailureException {
    if (paths.isEmpty()) {
      log.warn("no rule files; they are expected in src/main/falco, or where <ruleFiles> says");
    }
    CompilerOptions options =
        new CompilerOptions(
            project.getArtifactId(), project.getVersion(), true, Set.of("syscall", "k8s_audit"));
    CompilationResult result;
    try {
      result = RuleCompiler.compile(RuleFiles.read(paths), options);
    } catch (IOException e) {
      throw new MojoExecutionException("a rule file cannot be read: " + e.getMessage(), e);
    }
    for (Diagnostic diagnostic : result.diagnostics()) {
      String text = TextRenderer.render(diagnostic);
      if (diagnostic.severity() == Severity.ERROR) {
        log.error(text);
      } else {
        log.warn(text);
      }
    }
    if (!result.successful()) {
      throw new MojoFailureException(
          result.errors().size() + " error(s) in the rules; the lines above say where");
    }
    return result;
  }
}
