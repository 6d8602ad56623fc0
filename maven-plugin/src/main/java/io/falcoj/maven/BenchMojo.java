package io.falcoj.maven;

import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.testkit.bench.BenchException;
import io.falcoj.testkit.bench.BenchJson;
import io.falcoj.testkit.bench.BenchResult;
import io.falcoj.testkit.bench.BenchText;
import io.falcoj.testkit.bench.RuleBench;
import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.SuiteException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the rules cost over the events of the rule tests: CPU time per event with all
 * rules, without any, and with each rule alone. Never fails a build over a figure. Writes {@code
 * bench.json} to {@code target/falco}.
 */
@Mojo(name = "bench", threadSafe = true)
public final class BenchMojo extends AbstractFalcoMojo {
  /** Captures or audit logs beside those of the tests, e.g. {@code -Dfalco.events=day.scap.gz}. */
  @Parameter(property = "falco.events")
  private @Nullable List<File> events;

  /** How long each rule is measured, in milliseconds, e.g. {@code -Dfalco.bench.millis=2000}. */
  @Parameter(property = "falco.bench.millis", defaultValue = "500")
  private int millis;

  @Override
  void run() throws RulesException, SuiteException, IOException {
    List<NamedFixture> fixtures = new ArrayList<>(NamedFixture.below(rules().tests()));
    if (events != null) {
      events.forEach(file -> fixtures.add(NamedFixture.recording(file.toPath())));
    }
    try {
      BenchResult result =
          new RuleBench(RuleFiles.read(rules().rules()), Duration.ofMillis(Math.max(1, millis)))
              .measure(fixtures);
      BenchText.lines(result).forEach(getLog()::info);
      Path work = Files.createDirectories(rules().work());
      Files.writeString(work.resolve("bench.json"), BenchJson.render(result));
    } catch (BenchException e) {
      getLog().warn("nothing was measured: " + e.getMessage());
    }
  }
}
