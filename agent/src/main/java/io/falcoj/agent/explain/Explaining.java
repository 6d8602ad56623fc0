package io.falcoj.agent.explain;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleCompilation;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.replay.QuestionException;
import io.falcoj.testkit.replay.RuleAnswer;
import io.falcoj.testkit.replay.RuleQuestion;
import io.falcoj.testkit.run.RulesException;
import java.nio.file.Path;

/** Answers one question: replays the recording and prints why the rule matches or does not. */
public final class Explaining {
  private final Question question;
  private final Console console;

  private Explaining(Question question, Console console) {
    this.question = question;
    this.console = console;
  }

  /**
   * Explains.
   *
   * @return exit code
   * @throws CommandException when the rules are invalid, or rule or event does not exist
   */
  public static int run(Question question, Console console) throws CommandException {
    return new Explaining(question, console).run();
  }

  private int run() throws CommandException {
    try {
      RuleQuestion about =
          RuleQuestion.about(RuleCompilation.read(question.rules()), question.rule());
      RuleCompilation.show(about.findings(), console);
      return show(answer(about));
    } catch (RulesException e) {
      console.say(String.valueOf(e.getMessage()));
      throw new CommandException(ExitCode.INVALID, "");
    } catch (QuestionException e) {
      throw new CommandException(code(e.why()), e.getMessage());
    } catch (SourceException e) {
      throw new CommandException(ExitCode.SOURCE, e.describe());
    }
  }

  private static int code(QuestionException.Cause why) {
    return switch (why) {
      case NOT_THERE -> ExitCode.USAGE;
      case LEFT_OUT -> ExitCode.INVALID;
      case DAMAGED -> ExitCode.SOURCE;
    };
  }

  private RuleAnswer answer(RuleQuestion about) throws QuestionException, SourceException {
    try (EventSource events = open()) {
      return about.ask(events, name(), question.event(), console::warn);
    }
  }

  private int show(RuleAnswer answer) {
    console.out().print(question.json() ? answer.json() : answer.text());
    console.out().flush();
    String damage = answer.damage();
    if (damage == null) {
      return ExitCode.OK;
    }
    console.fail(damage);
    return ExitCode.SOURCE;
  }

  private EventSource open() throws SourceException {
    return question.events().equals("-")
        ? ReplaySources.open(name(), console.in())
        : ReplaySources.open(Path.of(name()));
  }

  private String name() {
    return question.events().equals("-") ? "standard input" : question.events();
  }
}
