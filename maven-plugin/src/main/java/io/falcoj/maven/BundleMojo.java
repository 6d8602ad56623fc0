package io.falcoj.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.maven.plugin.MojoExecutionException;
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
  void run() throws MojoExecutionException {
    Path compiled = compiledBundle();
    if (!Files.exists(compiled)) {
      throw new MojoExecutionException("no compiled rules at " + compiled + "; run falco:compile");
    }
    try {
      Files.copy(compiled, bundleFile.toPath(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new MojoExecutionException(bundleFile + " cannot be written", e);
    }
    project.getArtifact().setFile(bundleFile);
    getLog().info("bundle " + bundleFile);
  }
}
