package io.falcoj.testkit.report.html;

import io.falcoj.testkit.coverage.CoverageReport;
import io.falcoj.testkit.coverage.CoveredRule;
import io.falcoj.testkit.report.view.RunReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules by file, each with its condition and what cases show of it. */
final class RuleList implements Section {
  @Override
  public String id() {
    return "rules";
  }

  @Override
  public String title() {
    return "Rules";
  }

  @Override
  public int size(RunReport report) {
    CoverageReport coverage = report.coverage();
    return coverage == null ? 0 : coverage.rules().size();
  }

  @Override
  public void write(RunReport report, Html html) {
    CoverageReport coverage = report.coverage();
    if (coverage == null) {
      return;
    }
    html.open("section", "id", id(), "class", "filtered", "aria-labelledby", "rules-title");
    html.element("h2", title(), "id", "rules-title");
    html.element(
        "p",
        "A check has two sides: it holds, and it does not. A rule is tested when passing cases show"
            + " that it fires and that it stays silent.",
        "class",
        "hint");
    Choices.write(html, id(), "rules", states(coverage.rules()), "Open gaps");
    int number = 0;
    for (Map.Entry<String, List<CoveredRule>> file : byFile(report, coverage).entrySet()) {
      html.open("div", "class", "card group", "data-name", file.getKey());
      html.open("h3").foreign(file.getKey()).close();
      html.open("ul", "class", "list");
      for (CoveredRule rule : file.getValue()) {
        rule(rule, "rule-" + ++number, report, html);
      }
      html.close().end();
    }
    html.end();
  }

  private static void rule(CoveredRule rule, String id, RunReport report, Html html) {
    Tested tested = Tested.of(rule);
    html.open("li");
    if (tested == Tested.WHOLE) {
      html.open("details", "id", id, "data-state", tested.word());
    } else {
      html.open("details", "id", id, "data-state", tested.word(), "data-fails", "");
    }
    html.open("summary").element("span", tested.word(), "class", "badge " + tested.style());
    html.text(" ").open("span", "class", "name").foreign(rule.rule().name()).close();
    html.text(" ").element("span", figures(rule), "class", "number");
    Meter.write(html, rule.sides());
    html.close().open("div", "class", "body");
    html.open("p").foreign(rule.rule().description()).close();
    html.element("p", cases(rule) + " Line " + rule.line() + ".", "class", "place");
    if (!rule.rule().tags().isEmpty()) {
      html.open("ul", "class", "tags", "aria-label", "Tags");
      rule.rule().tags().forEach(tag -> html.open("li").foreign(tag).close());
      html.close();
    }
    new ConditionTree(report.names(), html).write(rule.condition());
    html.close().close().end();
  }

  private static String figures(CoveredRule rule) {
    return rule.sides().seen() + " of " + rule.sides().all() + " sides";
  }

  private static String cases(CoveredRule rule) {
    return "Fires in %d and stays silent in %d passing case(s)."
        .formatted(rule.positive(), rule.negative());
  }

  private static Map<String, Long> states(List<CoveredRule> rules) {
    Map<String, Long> states = new LinkedHashMap<>();
    for (Tested tested : Tested.values()) {
      states.put(tested.word(), rules.stream().filter(r -> Tested.of(r) == tested).count());
    }
    return states;
  }

  private static Map<String, List<CoveredRule>> byFile(RunReport report, CoverageReport coverage) {
    Map<String, List<CoveredRule>> files = new LinkedHashMap<>();
    for (CoveredRule rule : coverage.rules()) {
      files.computeIfAbsent(report.names().of(rule.file()), f -> new ArrayList<>()).add(rule);
    }
    return files;
  }
}
