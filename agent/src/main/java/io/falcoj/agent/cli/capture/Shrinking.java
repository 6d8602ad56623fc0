package io.falcoj.agent.cli.capture;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleCompilation;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.replay.LoadedRules;
import io.falcoj.testkit.replay.RuleAlert;
import io.falcoj.testkit.replay.RuleJudge;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.shrink.CaptureShrinker;
import io.falcoj.testkit.shrink.ShrinkException;
import io.falcoj.testkit.shrink.Shrunk;
import java.util.List;

/** Makes a recording smaller and says what is left of it. */
public final class Shrinking {
  private static final int NAMED = 10;
  private static final int LONGEST = 300;

  private Shrinking() {}

  /**
   * Shrinks.
   *
   * @return exit code
   * @throws CommandException when rules or options are wrong, the recording is damaged, or the rule
   *     does not fire
   */
  public static int run(ShrinkOptions options, Console console) throws CommandException {
    OutputFile.check(options.output(), options.capture(), options.force());
    try {
      LoadedRules rules =
          LoadedRules.compile(RuleCompilation.read(options.rules()), "compiled rules");
      RuleInfo rule =
          rules
              .find(options.rule())
              .orElseThrow(
                  () -> new CommandException(ExitCode.USAGE, rules.unknown(options.rule())));
      RuleJudge judge = new RuleJudge(rules, rule, options.allMatches());
      Shrunk shrunk =
          new CaptureShrinker(judge, options.keep()).shrink(options.capture(), options.redaction());
      OutputFile.write(options.output(), shrunk.recording());
      say(shrunk, options, console);
      return ExitCode.OK;
    } catch (RulesException e) {
      console.say(String.valueOf(e.getMessage()));
      throw new CommandException(ExitCode.INVALID, "");
    } catch (ShrinkException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage());
    } catch (SourceException e) {
      throw new CommandException(ExitCode.SOURCE, e.describe());
    }
  }

  private static void say(Shrunk shrunk, ShrinkOptions options, Console console) {
    String entries =
        shrunk.capture() ? " and " + shrunk.entries() + " users, threads and descriptors" : "";
    console
        .out()
        .println(
            "%s: %d of %d events%s, %d bytes"
                .formatted(
                    options.output(),
                    shrunk.events(),
                    shrunk.eventsBefore(),
                    entries,
                    shrunk.recording().length));
    for (RuleAlert alert : first(shrunk.alerts())) {
      console.out().println("  event " + alert.event() + ": " + cut(alert.message()));
    }
    if (shrunk.alerts().size() > NAMED) {
      console.out().println("  and " + (shrunk.alerts().size() - NAMED) + " more alerts");
    }
    for (String left : first(shrunk.left())) {
      console.warn("not redacted: " + cut(left));
    }
    if (shrunk.left().size() > NAMED) {
      console.warn("not redacted: " + (shrunk.left().size() - NAMED) + " more values");
    }
    console.out().flush();
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(NAMED, all.size()));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
