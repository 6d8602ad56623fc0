package io.falcoj.testkit.report.html;

import io.falcoj.testkit.mutation.MutantResult;
import io.falcoj.testkit.mutation.MutantResult.Status;
import io.falcoj.testkit.mutation.MutationReport;
import io.falcoj.testkit.report.view.RunReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of the rules that no case notices, by file. */
final class MutantList implements Section {
  @Override
  public String id() {
    return "mutants";
  }

  @Override
  public String title() {
    return "Mutants alive";
  }

  @Override
  public int size(RunReport report) {
    MutationReport mutation = report.mutation();
    return mutation == null ? 0 : mutation.alive().size();
  }

  @Override
  public void write(RunReport report, Html html) {
    MutationReport mutation = report.mutation();
    if (mutation == null) {
      return;
    }
    html.open("section", "id", id(), "class", "filtered", "aria-labelledby", "mutants-title");
    html.element("h2", title(), "id", "mutants-title");
    html.element(
        "p",
        "The rules were changed so, and no case failed. Each shows a case that is missing.",
        "class",
        "hint");
    Map<String, Long> states = new LinkedHashMap<>();
    states.put(word(Status.SURVIVED), mutation.count(Status.SURVIVED));
    states.put(word(Status.NOT_REACHED), mutation.count(Status.NOT_REACHED));
    Choices.write(html, id(), "mutants", states, "Open all");
    int number = 0;
    for (Map.Entry<String, List<MutantResult>> file : byFile(report, mutation).entrySet()) {
      html.open("div", "class", "card group", "data-name", file.getKey());
      html.open("h3").foreign(file.getKey()).close();
      html.open("ul", "class", "list");
      for (MutantResult mutant : file.getValue()) {
        mutant(mutant, "mutant-" + ++number, html);
      }
      html.close().end();
    }
    html.end();
  }

  private static void mutant(MutantResult mutant, String id, Html html) {
    String state = word(mutant.status());
    html.open("li").open("details", "id", id, "data-state", state, "data-fails", "");
    html.open("summary").element("span", state, "class", "badge survived");
    html.text(" ").open("span", "class", "name").prose(mutant.description()).close();
    html.text(" ").element("span", "line " + mutant.line(), "class", "place");
    html.close().open("div", "class", "body");
    html.open("p").text("In ").foreign(mutant.declaration()).text("; changes ");
    html.foreign(String.join(", ", mutant.rules())).close();
    Explanation.write(html, "Difference", mutant.diff());
    html.close().close().end();
  }

  private static String word(Status status) {
    return status == Status.NOT_REACHED ? "not reached" : "survived";
  }

  private static Map<String, List<MutantResult>> byFile(RunReport report, MutationReport mutation) {
    Map<String, List<MutantResult>> files = new LinkedHashMap<>();
    for (MutantResult mutant : mutation.alive()) {
      files.computeIfAbsent(report.names().of(mutant.file()), f -> new ArrayList<>()).add(mutant);
    }
    return files;
  }
}
