package io.falcoj.agent.cli.capture;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleCompilation;
import io.falcoj.testkit.record.EventFilter;
import io.falcoj.testkit.record.RecordException;
import io.falcoj.testkit.record.RecordRequest;
import io.falcoj.testkit.record.Recorded;
import io.falcoj.testkit.record.TestRecorder;
import io.falcoj.testkit.run.RulesException;
import java.io.IOException;
import java.util.TreeMap;

/** Makes a test of a recording and says what it expects. */
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
    try {
      RecordRequest request =
          RecordRequest.of(
              options.recording(),
              options.rules(),
              false,
              options.output(),
              options.name(),
              options.shrink(),
              options.force());
      say(new TestRecorder(request).record(filter(options)), console);
      return ExitCode.OK;
    } catch (RulesException e) {
      console.say(String.valueOf(e.getMessage()));
      throw new CommandException(ExitCode.INVALID, "");
    } catch (RecordException e) {
      throw new CommandException(
          e.isDamaged() ? ExitCode.SOURCE : ExitCode.INVALID, e.getMessage());
    } catch (IOException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage());
    }
  }

  private static EventFilter filter(RecordTestOptions options)
      throws CommandException, RulesException, RecordException {
    String condition = options.filter();
    return condition == null
        ? EventFilter.rule(RuleCompilation.read(options.rules()), options.rule())
        : EventFilter.condition(condition, TestRecorder.source(options.recording()));
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
