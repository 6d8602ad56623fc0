package io.falcoj.maven;

import io.falcoj.compiler.CompilationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Compiles the rule files to bytecode. */
@Mojo(name = "compile", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
public final class CompileMojo extends AbstractFalcoMojo {
  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    CompilationResult result = RuleBuild.compile(project, rulePaths(), getLog());
    try {
      Files.createDirectories(compiledBundle().resolveSibling(""));
      Files.write(compiledBundle(), Objects.requireNonNull(result.bundle()));
    } catch (IOException e) {
      throw new MojoExecutionException(compiledBundle() + " cannot be written", e);
    }
    getLog().info(result.rules().size() + " rules compiled to " + compiledBundle());
  }
}
