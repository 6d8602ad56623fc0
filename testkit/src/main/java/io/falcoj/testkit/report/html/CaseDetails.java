package io.falcoj.testkit.report.html;

import io.falcoj.testkit.report.view.RunReport;
import io.falcoj.testkit.report.view.Times;
import io.falcoj.testkit.report.view.Words;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.Outcome;
import io.falcoj.testkit.run.Problem;
import io.falcoj.testkit.run.SeenAlert;
import java.util.Locale;

/** A case that opens: what is wrong, what fired, and when. */
final class CaseDetails {
  /** Alerts in a table; a noisy rule can give thousands. */
  private static final int MOST_ALERTS = 100;

  private final RunReport report;
  private final Html html;
  private int number;

  CaseDetails(RunReport report, Html html) {
    this.report = report;
    this.html = html;
  }

  void write(CaseResult result) {
    String id = "case-" + ++number;
    String state = Words.outcome(result.outcome());
    html.open("li");
    if (result.outcome().isFailure()) {
      html.open("details", "id", id, "data-state", state, "data-fails", "");
    } else {
      html.open("details", "id", id, "data-state", state);
    }
    html.open("summary");
    Badge.write(html, result.outcome());
    html.text(" ").open("span", "class", "name").foreign(result.test().name()).close();
    html.text(" ").element("span", "line " + result.test().line(), "class", "place");
    html.close().open("div", "class", "body");
    if (result.outcome() == Outcome.TODO || result.outcome() == Outcome.TODO_PASSED) {
      html.open("p").foreign(Words.reason(result)).close();
    }
    report.problems(result).forEach(this::problem);
    result.warnings().forEach(w -> html.open("p").text("Warning: ").foreign(w).close());
    alerts(result);
    Chart.write(html, id, result);
    html.close().close().end();
  }

  private void problem(Problem problem) {
    html.open("div", "class", "problem");
    html.open("h4").foreign(problem.message()).close();
    if (!problem.details().isEmpty()) {
      Explanation.write(html, "Explanation", problem.details());
    }
    html.close();
  }

  private void alerts(CaseResult result) {
    if (result.alerts().isEmpty()) {
      html.element("p", "No alerts.", "class", "none");
      return;
    }
    html.open("div", "class", "table alerts").open("table");
    html.element("caption", caption(result.alertCount()));
    html.open("thead").open("tr");
    html.element("th", "Event", "scope", "col", "class", "num");
    html.element("th", "After", "scope", "col", "class", "num");
    for (String head : new String[] {"Priority", "Rule", "Output"}) {
      html.element("th", head, "scope", "col");
    }
    html.close().close().open("tbody");
    result.alerts().stream().limit(MOST_ALERTS).forEach(alert -> alert(result, alert));
    html.close().close().close();
  }

  private void alert(CaseResult result, SeenAlert alert) {
    long begin = result.timeline().events() > 0 ? result.timeline().begin() : alert.timestamp();
    html.open("tr");
    html.element("td", Long.toString(alert.event()), "class", "num");
    html.element("td", Times.span(Math.max(0, alert.timestamp() - begin)), "class", "num");
    html.element("td", alert.priority());
    html.open("td").foreign(alert.rule()).close();
    html.open("td", "class", "mono").foreign(alert.message()).close();
    html.close();
  }

  private static String caption(long alerts) {
    if (alerts > MOST_ALERTS) {
      return String.format(Locale.ROOT, "The first %d of %d alerts", MOST_ALERTS, alerts);
    }
    return alerts == 1 ? "1 alert" : alerts + " alerts";
  }
}
