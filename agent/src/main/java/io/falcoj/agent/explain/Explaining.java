package io.falcoj.agent.explain;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.compiler.DeepStack;
import io.falcoj.compiler.explain.EventSearch;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.compiler.explain.render.ExplanationJson;
import io.falcoj.compiler.explain.render.ExplanationText;
import io.falcoj.compiler.explain.render.SearchText;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Answers one question: replays the recording and prints why the rule matches or does not. */
public final class Explaining {
  private final Question question;
  private final Console console;
  private final RuleExplainer rule;
  private final EventSearch search;
  private final EventReplay replay;
  private @Nullable Explanation explained;

  private Explaining(Question question, Console console, RuleExplainer rule) {
    this.question = question;
    this.console = console;
    this.rule = rule;
    this.search = new EventSearch(rule);
    this.replay =
        new EventReplay(question.event() == 0 ? search::accept : this::accept, this::warn);
  }

  /**
   * Explains.
   *
   * @return exit code
   * @throws CommandException when the rules are invalid, or rule or event does not exist
   */
  public static int run(Question question, Console console) throws CommandException {
    return DeepStack.call(
        () -> {
          RuleExplainer rule = RuleChoice.find(question, console);
          return new Explaining(question, console, rule).run();
        });
  }

  private int run() throws CommandException {
    boolean whole = replay();
    if (question.event() == 0) {
      EventSearch.Found found = search.found();
      print(question.json() ? ExplanationJson.render(found) + "\n" : SearchText.render(found));
    } else if (explained != null) {
      print(
          question.json()
              ? ExplanationJson.render(explained) + "\n"
              : ExplanationText.render(explained));
    } else {
      throw missing(whole);
    }
    return whole ? ExitCode.OK : ExitCode.SOURCE;
  }

  private void print(String text) {
    console.out().print(text);
    console.out().flush();
  }

  /** False for a source that failed; what came before that was looked at. */
  private boolean replay() throws CommandException {
    try (EventSource source = open()) {
      String events = source.info().eventSource();
      if (!events.equals(rule.rule().source())) {
        throw new CommandException(
            ExitCode.USAGE,
            "rule \"%s\" is about events of source %s; those in %s are of %s"
                .formatted(rule.rule().name(), rule.rule().source(), name(), events));
      }
      replay.run(source);
      return true;
    } catch (SourceException e) {
      console.fail(e.describe());
      return false;
    }
  }

  private EventSource open() throws SourceException {
    return question.events().equals("-")
        ? ReplaySources.open(name(), console.in())
        : ReplaySources.open(Path.of(name()));
  }

  private String name() {
    return question.events().equals("-") ? "standard input" : question.events();
  }

  private void accept(MatchContext context) {
    if (context.eventNumber() == question.event()) {
      explained = rule.explain(context);
      replay.stop();
    }
  }

  private CommandException missing(boolean whole) {
    long last = replay.lastNumber();
    String event = "event " + question.event();
    if (last >= question.event()) {
      return new CommandException(
          ExitCode.USAGE,
          event + " is none that rules see: it is there for state only, or cannot be decoded");
    }
    String known = last == 0 ? "there are none" : "the last one is " + last;
    return new CommandException(
        whole ? ExitCode.USAGE : ExitCode.SOURCE, "no " + event + " in " + name() + ": " + known);
  }

  private void warn(String message, long offset) {
    console.warn(offset < 0 ? message : message + " (at byte " + offset + ")");
  }
}
