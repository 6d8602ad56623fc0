package io.falcoj.maven;

import io.falcoj.maven.build.RuleBuild;
import io.falcoj.maven.build.RuleProject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Makes the bundle of compiled rules the project's artifact. */
@Mojo(name = "bundle", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class BundleMojo extends AbstractFalcoMojo {
  /** The bundle, e.g. {@code target/my-rules-1.0.jar}. */
  @Parameter(
      defaultValue = "${project.build.directory}/${project.build.finalName}.jar",
      readonly = true)
  private File bundleFile;

  @Override
  void run() throws MojoFailureException, IOException {
    RuleProject rules = rules();
    RuleBuild.Built built = new RuleBuild(rules, getLog()).update();
    if (rules.rules().isEmpty()) {
      throw new MojoFailureException(
          "there are no rules to bundle; write a rule file in src/main/falco, or set falco.skip in"
              + " this module");
    }
    Files.copy(rules.bundle(), bundleFile.toPath(), StandardCopyOption.REPLACE_EXISTING);
    project.getArtifact().setFile(bundleFile);
    getLog().info("bundle of " + built.count() + ": " + RuleProject.shown(bundleFile.toPath()));
  }
}
