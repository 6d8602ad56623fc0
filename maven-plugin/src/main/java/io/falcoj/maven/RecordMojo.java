package io.falcoj.maven;

import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.testkit.record.EventFilter;
import io.falcoj.testkit.record.LiveRecording;
import io.falcoj.testkit.record.LiveTest;
import io.falcoj.testkit.record.RecordException;
import io.falcoj.testkit.record.RecordRequest;
import io.falcoj.testkit.record.Recorded;
import io.falcoj.testkit.record.TestRecorder;
import io.falcoj.testkit.run.RulesException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  /**
   * Records this machine while the shell runs this, and of it what it and its processes do, e.g.
   * {@code -Dfalco.record.command='sh attack.sh'}.
   */
  @Parameter(property = "falco.record.command")
  private @Nullable String command;

  /** Records this machine for so many seconds, e.g. {@code -Dfalco.record.seconds=20}. */
  @Parameter(property = "falco.record.seconds", defaultValue = "0")
  private int seconds;

  /** The program that records this machine, as the shell finds it or by its path. */
  @Parameter(property = "falco.run", defaultValue = "falco-run")
  private String falcoRun = "falco-run";

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
    int sources = (recording == null ? 0 : 1) + (command == null ? 0 : 1) + (seconds > 0 ? 1 : 0);
    boolean any = filter == null && rule == null;
    if (sources != 1
        || test == null
        || (any && command == null)
        || (filter != null && rule != null)) {
      throw new MojoFailureException(
          "say what to record: -Dfalco.record.test=NAME, one of -Dfalco.record.from=FILE,"
              + " -Dfalco.record.command=COMMAND and -Dfalco.record.seconds=N, and one of"
              + " -Dfalco.record.filter=CONDITION and -Dfalco.record.rule=NAME, which a command can"
              + " do without");
    }
    try {
      Recorded recorded = recording == null ? live() : recorded(recording.toPath());
      getLog().info(recorded.events() + ": " + recorded.matched() + " event(s) match");
      getLog().info(recorded.test() + ": run it with `mvn falco:test`");
    } catch (RecordException e) {
      throw new MojoFailureException(
          String.valueOf(e.getMessage()).replace("--force", "-Dfalco.record.force"));
    }
  }

  private Recorded recorded(Path from) throws RecordException, RulesException, IOException {
    String condition = filter;
    EventFilter events =
        condition != null
            ? EventFilter.condition(condition, TestRecorder.source(from))
            : EventFilter.rule(RuleFiles.read(rules().rules()), String.valueOf(rule));
    return new TestRecorder(request(from)).record(events);
  }

  private Recorded live() throws RecordException, RulesException, IOException {
    String condition = filter;
    String name = rule;
    EventFilter events = null;
    if (condition != null) {
      events = EventFilter.condition(condition, EventSources.SYSCALL);
    } else if (name != null) {
      events = EventFilter.rule(RuleFiles.read(rules().rules()), name);
    }
    List<String> shell = command == null ? List.of() : List.of("/bin/sh", "-c", command);
    LiveRecording recording =
        new LiveRecording(List.of(falcoRun), rules().rules(), shell, Duration.ofSeconds(seconds));
    return LiveTest.record(recording, request(Path.of("")), events);
  }

  private RecordRequest request(Path from) throws RecordException {
    return RecordRequest.of(
        from,
        rules().rules(),
        true,
        rules().tests().resolve(test + ".test.yaml"),
        "",
        shrink,
        force);
  }
}
