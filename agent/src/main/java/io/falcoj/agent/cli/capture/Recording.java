package io.falcoj.agent.cli.capture;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleCompilation;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.testkit.record.EventFilter;
import io.falcoj.testkit.record.LiveRecording;
import io.falcoj.testkit.record.LiveTest;
import io.falcoj.testkit.record.RecordException;
import io.falcoj.testkit.record.RecordRequest;
import io.falcoj.testkit.record.Recorded;
import io.falcoj.testkit.record.TestRecorder;
import io.falcoj.testkit.run.RulesException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a test of a recording, or of this machine, and says what it expects. */
public final class Recording {
  private Recording() {}

  /**
   * Records.
   *
   * @return exit code
   * @throws CommandException when rules, condition or names are wrong, no event matches, or the
   *     recording is damaged
   */
  public static int run(RecordTestOptions options, Console console) throws CommandException {
    check(options);
    try {
      say(options.live() ? live(options, console) : recorded(options), console);
      return ExitCode.OK;
    } catch (RulesException e) {
      console.say(String.valueOf(e.getMessage()));
      throw new CommandException(ExitCode.INVALID, "");
    } catch (RecordException e) {
      int code =
          switch (e.kind()) {
            case USAGE -> ExitCode.USAGE;
            case NOTHING -> ExitCode.INVALID;
            case SOURCE -> ExitCode.SOURCE;
          };
      throw new CommandException(code, e.getMessage());
    } catch (IOException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage());
    }
  }

  private static void check(RecordTestOptions options) throws CommandException {
    int named = options.parameters().size();
    if (!options.live() && named != 1) {
      throw new CommandException(
          ExitCode.USAGE, "name one recording, or record this machine with --live");
    }
    if (options.live() && (named == 0) == (options.seconds() <= 0)) {
      throw new CommandException(
          ExitCode.USAGE, "--live needs a command behind --, or else --seconds N");
    }
    if (options.anyEvents() && (!options.live() || named == 0)) {
      throw new CommandException(
          ExitCode.USAGE, "say what the test is about: --filter CONDITION or --rule NAME");
    }
  }

  private static Recorded recorded(RecordTestOptions options)
      throws RecordException, RulesException, IOException, CommandException {
    Path recording = Path.of(options.parameters().get(0));
    EventFilter filter =
        options.rule().isEmpty()
            ? filter(options, TestRecorder.source(recording))
            : filter(options, "");
    return new TestRecorder(request(options, recording)).record(Objects.requireNonNull(filter));
  }

  private static Recorded live(RecordTestOptions options, Console console)
      throws RecordException, RulesException, IOException, CommandException {
    LiveRecording live =
        new LiveRecording(
            List.of(falcoRun(console)),
            options.rules(),
            options.seconds() > 0 ? List.of() : options.parameters(),
            Duration.ofSeconds(options.seconds()));
    return LiveTest.record(
        live, request(options, Path.of("")), filter(options, EventSources.SYSCALL));
  }

  /** Beside this program, else where the shell finds it. */
  private static String falcoRun(Console console) {
    Path home = console.home();
    return home == null ? "falco-run" : home.resolve("bin/falco-run").toString();
  }

  private static RecordRequest request(RecordTestOptions options, Path recording)
      throws RecordException {
    return RecordRequest.of(
        recording,
        options.rules(),
        false,
        options.output(),
        options.name(),
        options.shrink(),
        options.force());
  }

  /** Null when nothing is said of the events. */
  private static @Nullable EventFilter filter(RecordTestOptions options, String source)
      throws CommandException, RulesException, RecordException {
    if (options.anyEvents()) {
      return null;
    }
    String condition = options.filter();
    return condition == null
        ? EventFilter.rule(RuleCompilation.read(options.rules()), options.rule())
        : EventFilter.condition(condition, source);
  }

  private static void say(Recorded recorded, Console console) {
    console.out().println(recorded.events() + ": " + events(recorded.matched()));
    console.out().println(recorded.test() + ": expects " + expected(recorded));
    console.out().flush();
  }

  private static String events(long count) {
    return count == 1 ? "1 event matches" : count + " events match";
  }

  private static String expected(Recorded recorded) {
    if (recorded.alerts().isEmpty()) {
      return "that no rule fires";
    }
    StringBuilder text = new StringBuilder();
    new TreeMap<>(recorded.alerts())
        .forEach(
            (rule, count) ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append("\"" + rule + "\" ")
                    .append(count == 1 ? "once" : count + " times"));
    return text.toString();
  }
}
