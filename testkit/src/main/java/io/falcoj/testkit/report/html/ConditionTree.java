package io.falcoj.testkit.report.html;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.clause.Clause.Kind;
import io.falcoj.testkit.coverage.CoveredClause;
import io.falcoj.testkit.report.view.FileNames;
import io.falcoj.testkit.report.view.FileRange;
import java.util.List;

/** A condition as it is written, part below part, each check coloured by what cases show of it. */
final class ConditionTree {
  private final FileNames names;
  private final Html html;

  ConditionTree(FileNames names, Html html) {
    this.names = names;
    this.html = html;
  }

  void write(CoveredClause condition) {
    html.open("div", "class", "condition");
    part(condition, "");
    html.end();
  }

  /**
   * A part.
   *
   * @param before the word that stands before it: {@code and}, {@code or}, {@code not}
   */
  private void part(CoveredClause part, String before) {
    Clause clause = part.clause();
    switch (clause.kind()) {
      case CHECK -> check(part, before);
      case NOT -> part(part.clauses().get(0), (before + " not").strip());
      case ALL_OF, ANY_OF -> group(part, before);
      case MACRO, EXCEPTION, ROW -> named(part, before);
    }
  }

  private void check(CoveredClause part, String before) {
    Seen seen = Seen.of(part);
    html.open("div", "class", "part");
    word(before);
    html.open("code", "class", seen.style()).foreign(part.clause().text()).close();
    html.text(" ").element("span", seen.words(), "class", "state " + seen.style());
    place(part.clause());
    html.close();
  }

  /** Its parts stand in a list; at the top of a condition or a name no word leads to it. */
  private void group(CoveredClause part, String before) {
    if (!before.isEmpty()) {
      html.open("div", "class", "part");
      word(before);
      html.element(
          "span", part.clause().kind() == Kind.ALL_OF ? "all of" : "any of", "class", "word");
      html.close();
    }
    parts(part.clauses(), part.clause().kind() == Kind.ALL_OF ? "and" : "or");
  }

  /** A macro, an exception or a row of one, which opens. */
  private void named(CoveredClause part, String before) {
    Clause clause = part.clause();
    html.open("details", "open", "").open("summary").open("span", "class", "part");
    word(before);
    if (clause.kind() == Kind.ROW) {
      html.element("span", "row", "class", "word");
    } else {
      html.element("span", clause.kind() == Kind.MACRO ? "macro" : "exception", "class", "word");
      html.text(" ");
      html.open("code").foreign(clause.text()).close();
    }
    place(clause);
    html.close().close();
    List<CoveredClause> below = part.clauses();
    Kind first = below.get(0).clause().kind();
    if (below.size() == 1 && (first == Kind.ALL_OF || first == Kind.ANY_OF)) {
      group(below.get(0), "");
    } else {
      parts(below, clause.kind() == Kind.ROW ? "and" : "or");
    }
    html.close();
  }

  private void parts(List<CoveredClause> parts, String between) {
    html.open("ul");
    items(parts, "", between);
    html.close();
  }

  /** A conjunction in a conjunction is one with it, such as a condition before its exceptions. */
  private void items(List<CoveredClause> parts, String first, String between) {
    String before = first;
    for (CoveredClause part : parts) {
      if (between.equals("and") && part.clause().kind() == Kind.ALL_OF) {
        items(part.clauses(), before, between);
      } else {
        html.open("li");
        part(part, before);
        html.close();
      }
      before = between;
    }
  }

  private void word(String word) {
    if (!word.isEmpty()) {
      html.element("span", word, "class", "word").text(" ");
    }
  }

  private void place(Clause clause) {
    String place = FileRange.of(clause.place(), names).text();
    html.text(" ").element("span", place.substring(place.lastIndexOf('/') + 1), "class", "place");
  }
}
