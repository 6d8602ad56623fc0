package io.falcoj.maven;

import io.falcoj.maven.build.RuleBuild;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the rule files and says what is wrong with them, and where. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends AbstractFalcoMojo {
  @Override
  void run() throws MojoFailureException, IOException {
    RuleBuild.Built built = new RuleBuild(rules(), getLog()).update();
    getLog().info(built.count() + (built.rules() == 1 ? " is valid" : " are valid"));
  }
}
