package io.falcoj.testkit.report.html;

import io.falcoj.testkit.report.view.RunReport;
import java.util.List;
import java.util.Locale;

/** The whole page. */
public final class HtmlReport {
  private static final List<Section> SECTIONS =
      List.of(
          new Overview(),
          new CaseList(),
          new RuleList(),
          new CoverageTables(),
          new MutantList(),
          new FindingList());

  private HtmlReport() {}

  /** The page's text; equal runs give equal texts. */
  public static String render(RunReport report) {
    List<Section> sections = SECTIONS.stream().filter(s -> s.size(report) > 0).toList();
    Html html = new Html();
    html.open("header", "class", "top").open("div", "class", "wide");
    html.open("div").element("p", "Rule tests", "class", "kicker");
    html.open("h1").foreign(report.title()).close().close();
    theme(html);
    html.close().end();
    navigation(report, sections, html);
    html.open("main", "id", "main", "class", "wide", "tabindex", "-1");
    for (Section section : sections) {
      section.write(report, html);
    }
    html.end();
    html.open("footer", "class", "wide");
    html.element("p", "Written by FalcoJ. This file needs no network and no other file.").end();
    return Page.of(report.title() + " – rule tests", html.toString());
  }

  private static void theme(Html html) {
    html.open("fieldset", "class", "choice theme scripted");
    html.element("legend", "Colours", "class", "unseen").open("div");
    for (String theme : List.of("System", "Light", "Dark")) {
      Choices.radio(
          html, "theme", theme.toLowerCase(Locale.ROOT), theme, "", theme.equals("System"));
    }
    html.close().close();
  }

  private static void navigation(RunReport report, List<Section> sections, Html html) {
    html.open("nav", "class", "sections", "aria-label", "Sections");
    html.open("ul", "class", "wide");
    for (Section section : sections) {
      html.open("li").open("a", "href", "#" + section.id()).text(section.title());
      if (section.size(report) > 1) {
        html.text(" ").element("span", "" + section.size(report), "class", "number");
      }
      html.close().close();
    }
    html.close().end();
  }
}
