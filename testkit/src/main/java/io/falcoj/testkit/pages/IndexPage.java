package io.falcoj.testkit.pages;

import io.falcoj.testkit.pages.DocumentedCase.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All rules on one page: by event source and file, and by technique. */
final class IndexPage {
  private final List<DocumentedRule> rules;
  private final Markdown page = new Markdown();

  private IndexPage(List<DocumentedRule> rules) {
    this.rules = rules;
  }

  static String render(List<DocumentedRule> rules) {
    IndexPage index = new IndexPage(rules);
    index.head();
    Map<String, List<DocumentedRule>> sources =
        rules.stream()
            .collect(
                Collectors.groupingBy(
                    rule -> rule.info().source(), TreeMap::new, Collectors.toList()));
    sources.forEach(index::source);
    index.techniques();
    return index.page.toString();
  }

  private void head() {
    page.line(RulePages.MARK).heading(1, "Rules");
    page.line(
        rules.size()
            + " rules, "
            + rules.stream().filter(rule -> rule.maturity().equals("stable")).count()
            + " of them stable, with "
            + rules.stream().mapToInt(rule -> rule.cases().size()).sum()
            + " cases. `navigator.json` shows their techniques in the ATT&CK Navigator.");
  }

  private void source(String source, List<DocumentedRule> its) {
    page.heading(2, "Event source " + source);
    page.line("| rule | priority | maturity | techniques | fires | variants | silent | todo |");
    page.line("| --- | --- | --- | --- | ---: | ---: | ---: | ---: |");
    its.forEach(this::row);
  }

  private void row(DocumentedRule rule) {
    StringBuilder row = new StringBuilder("| ");
    row.append(link(rule)).append(" | ");
    row.append(rule.info().priority()).append(" | ").append(rule.maturity()).append(" | ");
    row.append(String.join(", ", Attack.ids(rule.info().tags()))).append(" |");
    for (Kind kind : Kind.values()) {
      row.append(' ').append(rule.cases(kind).size()).append(" |");
    }
    page.line(row.toString());
  }

  private static String link(DocumentedRule rule) {
    return "[" + Markdown.plain(rule.info().name()) + "](" + rule.slug() + ".md)";
  }

  private void techniques() {
    Map<String, List<DocumentedRule>> byId = TechniqueLayer.byTechnique(rules);
    if (byId.isEmpty()) {
      return;
    }
    page.heading(2, "Techniques");
    page.line("| technique | rules |").line("| --- | --- |");
    byId.forEach(
        (id, its) ->
            page.line(
                "| "
                    + RulePage.technique(id)
                    + " | "
                    + its.stream().map(IndexPage::link).collect(Collectors.joining(", "))
                    + " |"));
  }
}
