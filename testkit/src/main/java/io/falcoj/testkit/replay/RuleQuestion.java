package io.falcoj.testkit.replay;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.DeepStack;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.explain.EventSearch;
import io.falcoj.compiler.explain.Explainer;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.compiler.explain.render.ExplanationText;
import io.falcoj.compiler.explain.render.SearchText;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.run.RulesException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks why a rule matches events, or does not. */
public final class RuleQuestion {
  private final RuleExplainer rule;
  private final long event;

  private RuleQuestion(RuleExplainer rule, long event) {
    this.rule = rule;
    this.event = event;
  }

  /**
   * A question about a rule.
   *
   * @param files rule files or folders
   * @param rule its name
   * @param event number of the event; 0 for those that say most about the rule
   * @throws RulesException when the rules are invalid
   * @throws QuestionException when there is no such rule
   * @throws IOException when a file cannot be read; the message is for the user
   */
  public static RuleQuestion about(List<Path> files, String rule, long event)
      throws RulesException, QuestionException, IOException {
    CheckedRules rules = RuleCompiler.check(RuleFiles.read(files), CompilerOptions.defaults());
    if (!rules.successful()) {
      throw new RulesException(
          rules.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList());
    }
    RuleExplainer found = new Explainer(rules.parsed(), rules.typed()).rule(rule).orElse(null);
    if (found == null) {
      List<String> names = rules.catalog().rules().stream().map(RuleDef::name).toList();
      String hint = Hints.didYouMean(rule, names);
      throw new QuestionException(
          names.contains(rule)
              ? "rule \"" + rule + "\" is left out"
              : "no rule \"" + rule + "\"" + (hint == null ? "" : "; " + hint));
    }
    return new RuleQuestion(found, event);
  }

  /**
   * The answer, for people.
   *
   * @throws QuestionException when the events cannot be read to their end or are of another source,
   *     or when there is no such event
   */
  public String answer(NamedFixture fixture) throws QuestionException {
    return DeepStack.call(
        () -> {
          try (EventSource events = fixture.open()) {
            String source = events.info().eventSource();
            if (!source.equals(rule.rule().source())) {
              throw new QuestionException(
                  "rule \"%s\" is about events of source %s; those of %s are of %s"
                      .formatted(rule.rule().name(), rule.rule().source(), fixture.name(), source));
            }
            return event == 0 ? search(events) : look(events);
          } catch (SourceException e) {
            throw new QuestionException(e.describe());
          }
        });
  }

  private String search(EventSource events) throws SourceException {
    EventSearch search = new EventSearch(rule);
    replay(events, search::accept);
    return SearchText.render(search.found());
  }

  private String look(EventSource events) throws QuestionException, SourceException {
    Seen seen = new Seen();
    long last =
        replay(
            events,
            context -> {
              if (context.eventNumber() == event) {
                seen.text = ExplanationText.render(rule.explain(context));
              }
            });
    if (seen.text == null) {
      throw new QuestionException(
          last >= event
              ? "event " + event + " is none that rules see"
              : "no event " + event + ": the last one is " + last);
    }
    return seen.text;
  }

  private static long replay(EventSource events, Consumer<MatchContext> to) throws SourceException {
    EventReplay replay = new EventReplay(to::accept, (message, offset) -> {});
    replay.run(events);
    return replay.lastNumber();
  }

  private static final class Seen {
    private @Nullable String text;
  }
}
