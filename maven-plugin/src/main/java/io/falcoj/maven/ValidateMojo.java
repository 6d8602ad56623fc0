package io.falcoj.maven;

import io.falcoj.compiler.CompilationResult;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the rule files and says what is wrong with them. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends AbstractFalcoMojo {
  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    List<Path> paths = rulePaths();
    CompilationResult result = RuleBuild.compile(project, paths, getLog());
    getLog().info(result.rules().size() + " rules are valid");
  }
}
