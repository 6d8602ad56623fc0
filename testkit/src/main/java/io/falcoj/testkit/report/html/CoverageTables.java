package io.falcoj.testkit.report.html;

import io.falcoj.testkit.coverage.CoverageReport;
import io.falcoj.testkit.coverage.CoverageReport.FileCoverage;
import io.falcoj.testkit.coverage.CoverageReport.TagCoverage;
import io.falcoj.testkit.coverage.CoverageReport.TechniqueCoverage;
import io.falcoj.testkit.coverage.Sides;
import io.falcoj.testkit.report.view.RunReport;

/** What cases show by file, tag and MITRE technique. */
final class CoverageTables implements Section {
  @Override
  public String id() {
    return "coverage";
  }

  @Override
  public String title() {
    return "Coverage";
  }

  @Override
  public int size(RunReport report) {
    CoverageReport coverage = report.coverage();
    return coverage == null || coverage.files().isEmpty() ? 0 : 1;
  }

  @Override
  public void write(RunReport report, Html html) {
    CoverageReport coverage = report.coverage();
    if (coverage == null) {
      return;
    }
    html.open("section", "id", id(), "class", "tables", "aria-labelledby", "coverage-title");
    html.element("h2", title(), "id", "coverage-title");
    Tables table = new Tables(html);
    table.begin("By file, with macros and exceptions", "File", "#Sides seen", "#Share");
    for (FileCoverage file : coverage.files()) {
      table.row(report.names().of(file.file()));
      sides(html, file.sides());
      html.end();
    }
    table.end();
    if (!coverage.tags().isEmpty()) {
      table.begin("By tag", "Tag", "#Rules", "#Tested", "#Sides seen", "#Share");
      for (TagCoverage tag : coverage.tags()) {
        table.row(tag.tag());
        table.number(tag.rules()).number(tag.tested());
        sides(html, tag.sides());
        html.end();
      }
      table.end();
    }
    if (!coverage.techniques().isEmpty()) {
      table.begin("By MITRE ATT&CK technique", "Technique", "State", "Rules");
      coverage.techniques().forEach(t -> technique(table, html, t));
      table.end();
    }
    html.end();
  }

  private static void technique(Tables table, Html html, TechniqueCoverage technique) {
    table.row(technique.id());
    Tested state = technique.counts() ? Tested.WHOLE : Tested.UNTESTED;
    String word = technique.counts() ? "tested" : "untested";
    html.open("td").element("span", word, "class", "badge " + state.style()).close();
    html.open("td").foreign(String.join(", ", technique.rules())).close();
    html.end();
  }

  private static void sides(Html html, Sides sides) {
    html.element("td", "%d of %d".formatted(sides.seen(), sides.all()), "class", "num");
    html.open("td", "class", "num").text(sides.percent() + " ");
    Meter.write(html, sides);
    html.close();
  }
}
