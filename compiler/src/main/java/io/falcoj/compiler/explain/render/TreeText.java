package io.falcoj.compiler.explain.render;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.clause.Clause.Kind;
import io.falcoj.compiler.clause.Clause.Listing;
import io.falcoj.compiler.decl.Revision;
import io.falcoj.compiler.explain.ClauseResult;
import io.falcoj.compiler.explain.ClauseResult.ItemMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A condition's parts, one a line. */
final class TreeText {
  private static final int MOST_TEXT = 70;
  private static final int MOST_VALUE = 100;

  /** Listed values that are named for one check. */
  private static final int MOST_ITEMS = 3;

  private final PlaceNames places;
  private final List<Line> lines = new ArrayList<>();
  private final Set<ClauseResult> marked = Collections.newSetFromMap(new IdentityHashMap<>());

  private TreeText(PlaceNames places) {
    this.places = places;
  }

  /** The tree. */
  static String render(ClauseResult condition, PlaceNames places) {
    return Line.join(lines(condition, places));
  }

  /** The lines of the tree; a conjunction at its root goes without saying. */
  static List<Line> lines(ClauseResult condition, PlaceNames places) {
    TreeText tree = new TreeText(places);
    tree.mark(condition, false);
    if (condition.clause().kind() == Kind.ALL_OF) {
      tree.conjuncts(condition, 0);
    } else {
      tree.add(condition, condition.result(), "", 0);
    }
    return tree.lines;
  }

  /** Marks the checks that decided, where others beside them or around them did not. */
  private void mark(ClauseResult part, boolean singled) {
    List<ClauseResult> parts = part.clauses();
    if (parts.isEmpty() && part.decisive() && singled) {
      marked.add(part);
    }
    long deciding = parts.stream().filter(ClauseResult::decisive).count();
    parts.forEach(p -> mark(p, singled || deciding < parts.size()));
  }

  /** Conjunctions in conjunctions are one. */
  private void conjuncts(ClauseResult all, int depth) {
    for (ClauseResult operand : all.clauses()) {
      if (operand.clause().kind() == Kind.ALL_OF) {
        conjuncts(operand, depth);
      } else {
        add(operand, operand.result(), "", depth);
      }
    }
  }

  /**
   * Adds a part.
   *
   * @param holds whether it holds with what stands before it
   * @param before {@code not}, or nothing
   */
  private void add(ClauseResult part, boolean holds, String before, int depth) {
    Clause clause = part.clause();
    switch (clause.kind()) {
      case NOT -> add(part.clauses().get(0), part.result(), "not ", depth);
      case CHECK -> check(part, holds, before, depth);
      case ALL_OF, ANY_OF -> {
        line(part, holds, depth, before + group(clause), "", "");
        parts(part, depth + 1);
      }
      case MACRO -> {
        String name = before + "macro " + clause.text();
        line(part, holds, depth, name + inner(clause), "", origins(clause.origins()));
        parts(part.clauses().get(0), depth + 1);
      }
      case EXCEPTION -> {
        String name = before + "exception " + clause.text();
        String rows = clause.clauses().size() > 1 ? ": any of" : "";
        line(part, holds, depth, name + rows, "", places.of(clause.place()));
        part.clauses().forEach(row -> add(row, row.result(), "", depth + 1));
      }
      case ROW -> row(part, holds, depth);
    }
  }

  private void row(ClauseResult row, boolean holds, int depth) {
    if (row.clauses().size() == 1) {
      add(row.clauses().get(0), holds, "", depth);
      return;
    }
    line(row, holds, depth, "row: all of", "", places.of(row.clause().place()));
    row.clauses().forEach(check -> add(check, check.result(), "", depth + 1));
  }

  /** The parts of a group, or the part itself when it is none. */
  private void parts(ClauseResult group, int depth) {
    switch (group.clause().kind()) {
      case ALL_OF -> conjuncts(group, depth);
      case ANY_OF -> group.clauses().forEach(part -> add(part, part.result(), "", depth));
      default -> add(group, group.result(), "", depth);
    }
  }

  private static String group(Clause clause) {
    return clause.kind() == Kind.ALL_OF ? "all of" : "any of";
  }

  private static String inner(Clause macro) {
    Clause body = macro.clauses().get(0);
    return body.clauses().size() > 1 ? ": " + group(body) : "";
  }

  private void check(ClauseResult part, boolean holds, String before, int depth) {
    Clause clause = part.clause();
    String text = before + Words.cut(clause.text(), MOST_TEXT);
    String value = Words.cut(Words.values(part.seen()), MOST_VALUE);
    line(part, holds, depth, text, value, place(clause));
    for (Listing listing : clause.listings()) {
      below(depth, listing(listing), places.of(listing.place()));
    }
    List<ItemMatch> items = part.items().stream().filter(item -> isNews(item, part)).toList();
    for (ItemMatch item : items.subList(0, Math.min(items.size(), MOST_ITEMS))) {
      below(depth, item(item), places.of(item.place()));
    }
    if (items.size() > MOST_ITEMS) {
      below(depth, "and " + (items.size() - MOST_ITEMS) + " more items", "");
    }
  }

  /** False for an item that the check's own line shows already. */
  private static boolean isNews(ItemMatch item, ClauseResult check) {
    if (!check.clause().listings().isEmpty()) {
      return true;
    }
    boolean only =
        check.clause().expr() instanceof BinaryCheck binary
            && binary.right() instanceof ListExpr list
            && list.items().size() == 1;
    return !only && check.seen().stream().noneMatch(v -> item.text().equals(v.text()));
  }

  private static String listing(Listing listing) {
    return listing.list()
        ? "list " + listing.text() + ", " + Words.count(listing.size(), "item")
        : "values " + Words.cut(listing.text(), MOST_TEXT);
  }

  private static String item(ItemMatch item) {
    String from = item.lists().size() > 1 ? " of " + String.join(" > ", item.lists()) : "";
    return "item " + Words.cut(Words.value(item.text()), MOST_TEXT) + from;
  }

  private String place(Clause check) {
    String place = places.of(check.place());
    return check.origins().isEmpty() ? place : place + " (" + word(check.origins().get(0)) + ")";
  }

  private String origins(List<Revision> revisions) {
    return revisions.stream()
        .map(r -> (r.kind() == Revision.Kind.DEFINED ? "" : word(r) + " ") + places.of(r.span()))
        .collect(Collectors.joining(", "));
  }

  static String word(Revision revision) {
    return revision.kind().name().toLowerCase(Locale.ROOT);
  }

  private void line(
      ClauseResult part, boolean holds, int depth, String text, String value, String place) {
    lines.add(new Line(marked.contains(part), String.valueOf(holds), depth, text, value, place));
  }

  private void below(int depth, String text, String place) {
    lines.add(new Line(false, "", depth + 2, text, "", place));
  }
}
