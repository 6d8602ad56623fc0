package io.falcoj.testkit.replay;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.DeepStack;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.compiler.explain.Explainer;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.engine.WarningListener;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.replay.QuestionException.Cause;
import io.falcoj.testkit.run.RulesException;
import java.util.List;
import java.util.function.Consumer;

/** Asks why a rule matches events, or does not. */
public final class RuleQuestion {
  private final RuleExplainer rule;
  private final List<Diagnostic> findings;

  private RuleQuestion(RuleExplainer rule, List<Diagnostic> findings) {
    this.rule = rule;
    this.findings = findings;
  }

  /**
   * A question about a rule.
   *
   * @param files rule files in load order
   * @param rule its name; it need not be enabled
   * @throws RulesException when the rules are invalid
   * @throws QuestionException when there is no such rule, or when it is left out
   */
  public static RuleQuestion about(List<SourceFile> files, String rule)
      throws RulesException, QuestionException {
    CheckedRules rules = RuleCompiler.check(files, CompilerOptions.defaults());
    if (!rules.successful()) {
      throw new RulesException(
          rules.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList());
    }
    List<Diagnostic> findings = about(rule, rules.diagnostics());
    RuleExplainer found =
        DeepStack.call(() -> new Explainer(rules.parsed(), rules.typed()).rule(rule)).orElse(null);
    if (found == null) {
      throw missing(rule, rules.catalog().rules().stream().map(RuleDef::name).toList(), findings);
    }
    return new RuleQuestion(found, findings);
  }

  private static QuestionException missing(
      String rule, List<String> names, List<Diagnostic> findings) {
    if (names.contains(rule) || !findings.isEmpty()) {
      String why = "rule \"" + rule + "\" is left out\n" + TextRenderer.render(findings);
      return new QuestionException(Cause.LEFT_OUT, why.stripTrailing());
    }
    String hint = Hints.didYouMean(rule, names);
    return new QuestionException(
        Cause.NOT_THERE,
        "no rule \"%s\"; %s"
            .formatted(
                rule, hint == null ? "`falco-run -L -r ...` lists the rules of the files" : hint));
  }

  /** What the compiler found about the rule itself. */
  public List<Diagnostic> findings() {
    return findings;
  }

  private static List<Diagnostic> about(String rule, List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(
            d ->
                d.context().stream()
                    .anyMatch(l -> l.itemType().equals("rule") && l.itemName().equals(rule)))
        .toList();
  }

  /**
   * The answer on a fixture.
   *
   * @param event number of the event; 0 for those that say most about the rule
   * @param warnings hears of what was left out
   * @throws QuestionException when the events cannot be read or are of another source, or when
   *     there is no such event
   */
  public RuleAnswer ask(NamedFixture fixture, long event, Consumer<String> warnings)
      throws QuestionException {
    try (EventSource events = fixture.open()) {
      return ask(events, fixture.name(), event, warnings);
    } catch (SourceException e) {
      throw new QuestionException(Cause.DAMAGED, e.describe());
    }
  }

  /**
   * The answer. Does not close the events.
   *
   * @param name of the events, for messages
   * @param event number of the event; 0 for those that say most about the rule
   * @param warnings hears of what was left out
   * @throws QuestionException when the events are of another source, or when there is no such event
   */
  public RuleAnswer ask(EventSource events, String name, long event, Consumer<String> warnings)
      throws QuestionException {
    String source = events.info().eventSource();
    if (!source.equals(rule.rule().source())) {
      throw new QuestionException(
          Cause.NOT_THERE,
          "rule \"%s\" is about events of source %s; those in %s are of %s"
              .formatted(rule.rule().name(), rule.rule().source(), name, source));
    }
    WarningListener listener =
        (message, offset) ->
            warnings.accept(offset < 0 ? message : message + " (at byte " + offset + ")");
    return DeepStack.call(() -> new RuleSearch(rule, event, listener).run(events, name));
  }
}
