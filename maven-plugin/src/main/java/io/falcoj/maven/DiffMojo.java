package io.falcoj.maven;

import io.falcoj.testkit.diff.RuleSetComparer;
import io.falcoj.testkit.diff.RuleSetDiff;
import io.falcoj.testkit.diff.render.DiffJson;
import io.falcoj.testkit.diff.render.DiffMarkdown;
import io.falcoj.testkit.diff.render.DiffText;
import io.falcoj.testkit.diff.version.RuleSetVersion;
import io.falcoj.testkit.diff.version.VersionException;
import io.falcoj.testkit.diff.version.VersionReader;
import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.SuiteException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what tells the rules from another version of them: rules added, removed, renamed, widened,
 * narrowed, newly shadowed, other priorities and outputs, with the events of the rule tests that
 * come out differently. Writes {@code diff.md}, for a pull request, and {@code diff.json} to {@code
 * target/falco}.
 */
@Mojo(name = "diff", threadSafe = true)
public final class DiffMojo extends AbstractFalcoMojo {
  /** The git revision that the rules are compared with, e.g. {@code -Dfalco.from=origin/main}. */
  @Parameter(property = "falco.from", defaultValue = "HEAD")
  private String from;

  /**
   * What the rules are compared with in place of a revision of themselves: rule file, directory,
   * bundle, or {@code REVISION:PATH}, e.g. {@code -Dfalco.before=released.jar}.
   */
  @Parameter(property = "falco.before")
  private @Nullable String before;

  /** Captures or audit logs beside those of the tests, e.g. {@code -Dfalco.events=day.scap.gz}. */
  @Parameter(property = "falco.events")
  private @Nullable List<File> events;

  /** Fails when there are differences, e.g. {@code -Dfalco.failOnDifference}. */
  @Parameter(property = "falco.failOnDifference", defaultValue = "false")
  private boolean failOnDifference;

  @Override
  void run() throws MojoFailureException, RulesException, SuiteException, IOException {
    List<NamedFixture> fixtures = new ArrayList<>(NamedFixture.below(rules().tests()));
    if (events != null) {
      events.forEach(file -> fixtures.add(NamedFixture.recording(file.toPath())));
    }
    RuleSetDiff diff;
    try {
      RuleSetVersion old =
          before == null
              ? VersionReader.revision(from, rules().rules())
              : VersionReader.read(before);
      diff = RuleSetComparer.compare(old, VersionReader.files(rules().rules()), fixtures);
    } catch (VersionException e) {
      throw new MojoFailureException(e.getMessage());
    }
    DiffText.render(diff).lines().forEach(getLog()::info);
    Path work = Files.createDirectories(rules().work());
    Files.writeString(work.resolve("diff.md"), DiffMarkdown.render(diff));
    Files.writeString(work.resolve("diff.json"), DiffJson.render(diff));
    if (!diff.complete()) {
      throw new MojoFailureException(
          "a fixture could not be read to its end; the lines above say which and where");
    }
    if (failOnDifference && !diff.changes().isEmpty()) {
      throw new MojoFailureException(
          "the rules differ from %s, and falco.failOnDifference is set; %s tells how"
              .formatted(diff.before(), work.resolve("diff.md")));
    }
  }
}
