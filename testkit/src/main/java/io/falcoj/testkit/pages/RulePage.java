package io.falcoj.testkit.pages;

import io.falcoj.testkit.pages.Attack.Technique;
import io.falcoj.testkit.pages.DocumentedCase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page of one rule. */
final class RulePage {
  private final DocumentedRule rule;
  private final Markdown page = new Markdown();

  private RulePage(DocumentedRule rule) {
    this.rule = rule;
  }

  static String render(DocumentedRule rule) {
    RulePage written = new RulePage(rule);
    written.head();
    written.facts();
    written.condition();
    written.tests();
    new TuningSection(rule, written.page).write();
    return written.page.toString();
  }

  private void head() {
    page.line(RulePages.MARK).heading(1, rule.info().name());
    page.line(Markdown.plain(rule.info().description()));
  }

  private void facts() {
    page.blank().line("| | |").line("| --- | --- |");
    fact("Priority", rule.info().priority());
    fact("Maturity", rule.maturity().isEmpty() ? "not said" : rule.maturity());
    fact("Attack", techniques());
    fact("Event source", Markdown.code(rule.info().source()));
    fact(
        "Event types",
        rule.info().eventTypes().isEmpty() ? "any" : Markdown.codes(rule.info().eventTypes()));
    fact("Fields", Markdown.codes(rule.info().fields()));
    fact("Tags", Markdown.codes(rule.info().tags()));
    if (!rule.info().enabled()) {
      fact("Switched off", "until a site enables it");
    }
  }

  private void fact(String name, String value) {
    page.line("| " + name + " | " + value.replace("|", "\\|") + " |");
  }

  private String techniques() {
    List<String> ids = Attack.ids(rule.info().tags());
    String tactics =
        Attack.tactics(rule.info().tags()).stream()
            .map(tactic -> tactic.replace('_', ' '))
            .collect(Collectors.joining(", "));
    String named = ids.stream().map(RulePage::technique).collect(Collectors.joining(", "));
    return tactics.isEmpty() ? named : named + " (" + tactics + ")";
  }

  static String technique(String id) {
    Technique technique = Attack.technique(id);
    return technique == null
        ? id
        : "[" + id + " " + technique.name() + "](" + technique.address() + ")";
  }

  private void condition() {
    page.heading(2, "Condition");
    List<String> lines = new ArrayList<>(Markdown.wrapped(rule.condition(), "  "));
    page.block("", lines);
    if (rule.macros().isEmpty()) {
      return;
    }
    page.blank().line("where").blank();
    lines.clear();
    rule.macros()
        .forEach(
            macro ->
                lines.addAll(
                    Markdown.wrapped(macro.name() + ": " + macro.condition().text(), "  ")));
    page.block("", lines);
  }

  private void tests() {
    page.heading(2, "Tests");
    if (rule.cases().isEmpty()) {
      page.line("None.");
    }
    for (Kind kind : Kind.values()) {
      List<DocumentedCase> cases = rule.cases(kind);
      if (!cases.isEmpty()) {
        page.blank().line(kind.heading() + ":").blank();
        cases.forEach(each -> page.line("- " + sentence(each)));
      }
    }
  }

  private static String sentence(DocumentedCase each) {
    String name = Markdown.plain(each.name());
    return each.todo().isEmpty() ? name : name + ": *" + Markdown.plain(each.todo()) + "*";
  }
}
