package io.falcoj.agent.explain;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleCompilation;
import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.explain.Explainer;
import io.falcoj.compiler.explain.RuleExplainer;
import java.util.List;
import java.util.Optional;

/** Finds the rule that is asked for. */
final class RuleChoice {
  private RuleChoice() {}

  /**
   * What explains the rule.
   *
   * @throws CommandException when the rules are invalid, the name is none of a rule, or the rule is
   *     left out; what is wrong with rules was printed
   */
  static RuleExplainer find(Question question, Console console) throws CommandException {
    CheckedRules rules =
        RuleCompiler.check(RuleCompilation.read(question.rules()), CompilerOptions.defaults());
    if (!rules.successful()) {
      RuleCompilation.show(of(rules, Severity.ERROR), console);
      throw new CommandException(ExitCode.INVALID, "");
    }
    String name = question.rule();
    List<Diagnostic> about = about(name, rules.diagnostics());
    RuleCompilation.show(about, console);
    Optional<RuleExplainer> found = new Explainer(rules.parsed(), rules.typed()).rule(name);
    if (found.isPresent()) {
      return found.get();
    }
    List<String> names = rules.catalog().rules().stream().map(RuleDef::name).toList();
    if (names.contains(name) || !about.isEmpty()) {
      throw new CommandException(ExitCode.INVALID, "rule \"" + name + "\" is left out");
    }
    String hint = Hints.didYouMean(name, names);
    throw new CommandException(
        ExitCode.USAGE,
        "no rule \"%s\"; %s"
            .formatted(
                name, hint == null ? "`falco-run -L -r ...` lists the rules of the files" : hint));
  }

  private static List<Diagnostic> of(CheckedRules rules, Severity severity) {
    return rules.diagnostics().stream().filter(d -> d.severity() == severity).toList();
  }

  /** Findings about the rule itself; those about others are for {@code falcoc validate}. */
  private static List<Diagnostic> about(String rule, List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(
            d ->
                d.context().stream()
                    .anyMatch(l -> l.itemType().equals("rule") && l.itemName().equals(rule)))
        .toList();
  }
}
