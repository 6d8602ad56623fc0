package io.falcoj.maven;

import io.falcoj.maven.build.RuleFormatting;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lays out the rule files: blanks, line ends and indentation, and nothing else. Comments stay. */
@Mojo(name = "format", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public final class FormatMojo extends AbstractFalcoMojo {
  /** Writes nothing and fails when a file would change, e.g. {@code -Dfalco.format.check}. */
  @Parameter(property = "falco.format.check", defaultValue = "false")
  private boolean check;

  @Override
  void run() throws MojoFailureException, IOException {
    RuleFormatting formatting = new RuleFormatting(getLog(), check);
    formatting.format(rules().rules());
    if (formatting.failed() > 0) {
      throw new MojoFailureException("rule files are no YAML; the lines above say where");
    }
    if (check && formatting.changed() > 0) {
      throw new MojoFailureException(
          formatting.summary() + ". To lay them out, run: mvn falco:format");
    }
    getLog().info(formatting.summary());
  }
}
