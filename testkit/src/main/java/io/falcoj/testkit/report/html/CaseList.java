package io.falcoj.testkit.report.html;

import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.report.view.Words;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every case, by test file; failures first open. */
final class CaseList implements Section {
  @Override
  public String id() {
    return "cases";
  }

  @Override
  public String title() {
    return "Cases";
  }

  @Override
  public int size(RunReport report) {
    return report.result().cases().size();
  }

  @Override
  public void write(RunReport report, Html html) {
    html.open("section", "id", id(), "class", "filtered", "aria-labelledby", "cases-title");
    html.element("h2", title(), "id", "cases-title");
    Map<String, Long> states = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      states.put(Words.outcome(outcome), report.result().count(outcome));
    }
    Choices.write(html, id(), "cases", states, "Open failures");
    CaseDetails details = new CaseDetails(report, html);
    for (Map.Entry<Path, List<CaseResult>> file : report.byFile().entrySet()) {
      String name = report.names().of(file.getKey());
      html.open("div", "class", "card group", "data-name", name);
      html.open("h3").foreign(name);
      html.text(" ").element("span", counts(file.getValue()), "class", "number").close();
      html.open("ol", "class", "list");
      file.getValue().forEach(details::write);
      html.close().end();
    }
    html.end();
  }

  private static String counts(List<CaseResult> results) {
    long failing = results.stream().filter(r -> r.outcome().isFailure()).count();
    String cases = results.size() == 1 ? "1 case" : results.size() + " cases";
    return failing == 0 ? cases : cases + ", " + failing + " failing";
  }
}
