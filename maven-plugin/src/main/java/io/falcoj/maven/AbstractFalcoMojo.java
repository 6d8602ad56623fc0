package io.falcoj.maven;

import io.falcoj.maven.build.Messages;
import io.falcoj.maven.build.RuleProject;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.SuiteException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What every goal knows: the project, its rule files, and whether to skip. */
abstract class AbstractFalcoMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  protected MavenProject project;

  /**
   * Folder of the rule files, e.g. {@code -Dfalco.rulesDirectory=detections}. Every {@code .yaml}
   * and {@code .yml} file below it is loaded, in path order.
   */
  @Parameter(property = "falco.rulesDirectory", defaultValue = "${project.basedir}/src/main/falco")
  private File rulesDirectory;

  /**
   * Rule files or folders in load order, relative to the project, e.g. {@code
   * -Dfalco.ruleFiles=rules/base.yaml,rules/site.yaml}. Takes the place of {@code rulesDirectory}.
   */
  @Parameter(property = "falco.ruleFiles")
  private @Nullable List<File> ruleFiles;

  /**
   * Folder of the test files, e.g. {@code -Dfalco.testDirectory=src/it/falco}; every {@code
   * *.test.yaml} below it is one.
   */
  @Parameter(property = "falco.testDirectory", defaultValue = "${project.basedir}/src/test/falco")
  private File testDirectory;

  /** Where the goals keep compiled rules and reports. */
  @Parameter(defaultValue = "${project.build.directory}/falco", readonly = true)
  private File workDirectory;

  /** Leaves all goals of this plugin out, e.g. {@code -Dfalco.skip}. */
  @Parameter(property = "falco.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    String reason = skipReason();
    if (reason != null) {
      getLog().info("skipped (" + reason + ")");
      return;
    }
    try {
      run();
    } catch (RulesException e) {
      throw Messages.rules(String.valueOf(e.getMessage()), getLog());
    } catch (SuiteException e) {
      throw Messages.tests(String.valueOf(e.getMessage()), getLog());
    } catch (IOException e) {
      throw Messages.file(e);
    }
  }

  /**
   * What the goal does. The exceptions are told to the user as {@link Messages} says; a goal adds a
   * {@link MojoFailureException} whose message says what to run or edit next.
   */
  abstract void run()
      throws MojoExecutionException,
          MojoFailureException,
          RulesException,
          SuiteException,
          IOException;

  /** Why there is nothing to do, or null. */
  @Nullable String skipReason() {
    if (skip) {
      return "falco.skip";
    }
    boolean nothing = !rulesDirectory.exists() && ruleFiles == null && !testDirectory.exists();
    return nothing && !project.getModules().isEmpty() ? "only modules here" : null;
  }

  /** The project as a rule repository. */
  final RuleProject rules() {
    List<Path> paths =
        ruleFiles != null && !ruleFiles.isEmpty()
            ? ruleFiles.stream().map(file -> RuleProject.shown(file.toPath())).toList()
            : rulesDirectory.isDirectory()
                ? List.of(RuleProject.shown(rulesDirectory.toPath()))
                : List.of();
    return new RuleProject(
        project.getArtifactId(),
        project.getVersion(),
        paths,
        RuleProject.shown(testDirectory.toPath()),
        RuleProject.shown(workDirectory.toPath()));
  }
}
