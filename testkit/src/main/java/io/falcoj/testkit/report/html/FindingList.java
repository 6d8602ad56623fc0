package io.falcoj.testkit.report.html;

import io.falcoj.compiler.diag.Finding;
import io.falcoj.testkit.report.view.FileRange;
import io.falcoj.testkit.report.view.RunReport;
import java.util.Locale;

/** What is to be said of rule files and test files. */
final class FindingList implements Section {
  @Override
  public String id() {
    return "findings";
  }

  @Override
  public String title() {
    return "Findings";
  }

  @Override
  public int size(RunReport report) {
    return report.findings().size();
  }

  @Override
  public void write(RunReport report, Html html) {
    html.open("section", "id", id(), "class", "tables", "aria-labelledby", "findings-title");
    html.element("h2", title(), "id", "findings-title");
    html.open("div", "class", "card table").open("table");
    html.element("caption", "What is to be said of rule files and test files");
    html.open("thead").open("tr");
    for (String head : new String[] {"Severity", "Code", "Place", "Finding"}) {
      html.element("th", head, "scope", "col");
    }
    html.close().close().open("tbody");
    for (Finding finding : report.findings()) {
      String severity = finding.severity().name().toLowerCase(Locale.ROOT);
      html.open("tr");
      html.open("td").element("span", severity, "class", "badge " + severity).close();
      html.open("td").element("code", finding.label()).close();
      html.open("td", "class", "place")
          .foreign(FileRange.of(finding.span(), report.names()).text())
          .close();
      html.open("td").prose(finding.message());
      if (finding.hint() != null) {
        html.text(" – ").prose(finding.hint());
      }
      html.close().end();
    }
    html.close().close().close().end();
  }
}
