package io.falcoj.maven;

import io.falcoj.maven.build.RuleBuild;
import io.falcoj.maven.build.RuleProject;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Compiles the rule files to bytecode, when they have changed. */
@Mojo(name = "compile", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
public final class CompileMojo extends AbstractFalcoMojo {
  @Override
  void run() throws MojoFailureException, IOException {
    RuleProject rules = rules();
    RuleBuild.Built built = new RuleBuild(rules, getLog()).update();
    getLog()
        .info(
            built.compiled()
                ? built.count() + " compiled to " + rules.bundle()
                : "nothing to compile: " + built.count() + " up to date");
  }
}
