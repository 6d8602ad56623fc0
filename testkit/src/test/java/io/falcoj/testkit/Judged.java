package io.falcoj.testkit;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.scenario.scap.ScenarioWriter;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one rule prints of a scenario that was written and read again. */
public final class Judged {
  private static final OutputOptions PLAIN =
      new OutputOptions(false, true, true, true, false, false, false, "", List.of());

  private Judged() {}

  /** One line for each event that satisfies the condition. */
  public static List<String> by(ScenarioBuilder scenario, String condition, String output) {
    return by(scenario.build(), condition, output);
  }

  /** One line for each event that satisfies the condition. */
  public static List<String> by(Scenario scenario, String condition, String output) {
    String rule =
        """
        - rule: r
          desc: d
          condition: %s
          output: "%s"
          priority: INFO
        """
            .formatted(condition, output);
    CompilationResult result =
        RuleCompiler.compile(List.of(new SourceFile("r.yaml", rule)), CompilerOptions.defaults());
    if (!result.successful()) {
      throw new AssertionError(result.errors());
    }
    List<String> lines = new ArrayList<>();
    byte[] capture = ScenarioWriter.toBytes(scenario);
    try (EventSource source = ReplaySources.open("scenario", new ByteArrayInputStream(capture))) {
      Engine.builder()
          .bundle(BundleLoader.load(Objects.requireNonNull(result.bundle()), "r"))
          .matching(new MatchOptions(true, "Debug", List.of()))
          .output(PLAIN)
          .sink(alert -> lines.add(alert.message().toString()))
          .build()
          .run(source);
    } catch (SourceException | OutputException | BundleException e) {
      throw new AssertionError(e);
    }
    return lines;
  }
}
