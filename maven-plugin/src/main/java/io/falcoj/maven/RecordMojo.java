package io.falcoj.maven;

import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.testkit.record.EventFilter;
import io.falcoj.testkit.record.RecordException;
import io.falcoj.testkit.record.RecordRequest;
import io.falcoj.testkit.record.Recorded;
import io.falcoj.testkit.record.TestRecorder;
import io.falcoj.testkit.run.RulesException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a rule test of a recording: cuts out the events that match a condition or a rule, with
 * those that change what rules see of them, and writes a test file beside them that expects what
 * the rules say today. A recording of a live machine is made by {@code falco-run --record}.
 */
@Mojo(name = "record", threadSafe = true)
public final class RecordMojo extends AbstractFalcoMojo {
  /** Capture or audit log to take events from, e.g. {@code -Dfalco.record.from=day.scap.gz}. */
  @Parameter(property = "falco.record.from")
  private @Nullable File recording;

  /** Takes the events that match, e.g. {@code -Dfalco.record.filter='proc.name = nginx'}. */
  @Parameter(property = "falco.record.filter")
  private @Nullable String filter;

  /** Takes the events that the rule matches, e.g. {@code -Dfalco.record.rule='Shell started'}. */
  @Parameter(property = "falco.record.rule")
  private @Nullable String rule;

  /**
   * Test file below the folder of tests, without its ending, e.g. {@code
   * -Dfalco.record.test=shells/nginx-starts-a-shell}.
   */
  @Parameter(property = "falco.record.test")
  private @Nullable String test;

  /** Also leaves out events on which no match hangs, e.g. {@code -Dfalco.record.shrink}. */
  @Parameter(property = "falco.record.shrink", defaultValue = "false")
  private boolean shrink;

  /** Overwrites files that are there, e.g. {@code -Dfalco.record.force}. */
  @Parameter(property = "falco.record.force", defaultValue = "false")
  private boolean force;

  @Override
  void run() throws MojoFailureException, RulesException, IOException {
    if (recording == null || test == null || (filter == null) == (rule == null)) {
      throw new MojoFailureException(
          "say what to record: -Dfalco.record.from=FILE -Dfalco.record.test=NAME, and one of"
              + " -Dfalco.record.filter=CONDITION and -Dfalco.record.rule=NAME");
    }
    Path from = recording.toPath();
    try {
      RecordRequest request =
          RecordRequest.of(
              from,
              rules().rules(),
              true,
              rules().tests().resolve(test + ".test.yaml"),
              "",
              shrink,
              force);
      EventFilter events =
          filter != null
              ? EventFilter.condition(filter, TestRecorder.source(from))
              : EventFilter.rule(RuleFiles.read(rules().rules()), String.valueOf(rule));
      Recorded recorded = new TestRecorder(request).record(events);
      getLog().info(recorded.events() + ": " + recorded.matched() + " event(s) match");
      getLog().info(recorded.test() + ": run it with `mvn falco:test`");
    } catch (RecordException e) {
      throw new MojoFailureException(
          String.valueOf(e.getMessage()).replace("--force", "-Dfalco.record.force"));
    }
  }
}
