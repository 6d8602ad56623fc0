package io.falcoj.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What every goal knows: the project, its rule files, and whether to skip. */
abstract class AbstractFalcoMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  protected MavenProject project;

  /** Folder of the rule files, e.g. {@code src/main/falco}. They are loaded in path order. */
  @Parameter(property = "falco.rulesDirectory", defaultValue = "${project.basedir}/src/main/falco")
  private File rulesDirectory;

  /**
   * Rule files in load order, e.g. {@code rules/base.yaml}; relative to the project. Takes the
   * place of {@code rulesDirectory}.
   */
  @Parameter private List<File> ruleFiles;

  /** Leaves the goals of this plugin out. */
  @Parameter(property = "falco.skip", defaultValue = "false")
  private boolean skip;

  /** Where compiled rules go before they are packed. */
  @Parameter(defaultValue = "${project.build.directory}/falco", readonly = true)
  private File workDirectory;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped (falco.skip)");
      return;
    }
    run();
  }

  abstract void run() throws MojoExecutionException, MojoFailureException;

  /** The rule files or the folder that holds them. */
  final List<Path> rulePaths() {
    if (ruleFiles != null && !ruleFiles.isEmpty()) {
      return ruleFiles.stream().map(File::toPath).toList();
    }
    return rulesDirectory.isDirectory() ? List.of(rulesDirectory.toPath()) : List.of();
  }

  /** The bundle between {@code compile} and {@code bundle}. */
  final Path compiledBundle() {
    return workDirectory.toPath().resolve("rules.jar");
  }
}
