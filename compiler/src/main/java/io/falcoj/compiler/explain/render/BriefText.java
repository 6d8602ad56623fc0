package io.falcoj.compiler.explain.render;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.explain.ClauseResult;
import io.falcoj.compiler.explain.ClauseResult.Deciding;
import io.falcoj.compiler.explain.EventFacts;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What decided, in a few lines, for those who are told of many rules and events. However large a
 * condition is, the text is not.
 */
public final class BriefText {
  /** Lines of a tree: of a longer one the first and the last. */
  private static final int MOST_LINES = 30;

  private static final int FIRST_LINES = 8;

  /** Further checks that decided, of those behind the first one. */
  private static final int MOST_MORE = 4;

  /** Checks that made a rule match. */
  private static final int MOST_MATCHED = 12;

  private static final int MOST_TEXT = 80;

  private BriefText() {}

  /** The event: number, time and type, then who did what. */
  public static List<String> event(EventFacts event) {
    List<String> lines = new ArrayList<>();
    lines.add("event " + ExplanationText.event(event));
    ExplanationText.fields(event).forEach(row -> lines.add("  " + row));
    return lines;
  }

  /** The decision tree up to the first check that went the wrong way, then the others that did. */
  public static List<String> wrongWay(Explanation explanation) {
    List<Line> all = TreeText.lines(explanation.condition(), PlaceNames.of(explanation));
    int last = 0;
    while (last < all.size() - 1 && !all.get(last).marked()) {
      last++;
    }
    while (last + 1 < all.size() && all.get(last + 1).result().isEmpty()) {
      last++;
    }
    List<Line> shown = new ArrayList<>(shortened(all.subList(0, last + 1)));
    List<Line> more = all.subList(last + 1, all.size()).stream().filter(Line::marked).toList();
    shown.addAll(more.subList(0, Math.min(MOST_MORE, more.size())));
    List<String> lines = lines(shown);
    if (more.size() > MOST_MORE) {
      lines.add("  and " + Words.count(more.size() - MOST_MORE, "more check") + " like these");
    }
    return lines;
  }

  private static List<Line> shortened(List<Line> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<Line> kept = new ArrayList<>(lines.subList(0, FIRST_LINES));
    int left = lines.size() - MOST_LINES;
    kept.add(new Line(false, "", 0, "... " + Words.count(left, "line") + " ...", "", ""));
    kept.addAll(lines.subList(lines.size() - MOST_LINES + FIRST_LINES, lines.size()));
    return kept;
  }

  /** The checks that made the rule match. */
  public static List<String> matched(Explanation explanation) {
    PlaceNames places = PlaceNames.of(explanation);
    List<Deciding> deciding = explanation.condition().deciding();
    List<Line> shown =
        deciding.stream().limit(MOST_MATCHED).map(found -> line(found, places)).toList();
    List<String> lines = lines(shown);
    if (deciding.size() > MOST_MATCHED) {
      lines.add("  and " + Words.count(deciding.size() - MOST_MATCHED, "more check"));
    }
    return lines;
  }

  private static Line line(Deciding found, PlaceNames places) {
    ClauseResult check = found.check();
    Clause within = found.within();
    String name =
        within == null
            ? ""
            : within.kind().name().toLowerCase(Locale.ROOT) + " " + within.text() + ": ";
    return new Line(
        false,
        String.valueOf(check.result()),
        0,
        name + check.clause().text(),
        Words.cut(Words.values(check.seen()), MOST_TEXT),
        places.of(check.clause().place()));
  }

  /** The checks that keep events of this type from the rule. */
  public static List<String> notShown(Explanation explanation) {
    PlaceNames places = PlaceNames.of(explanation);
    List<String> lines = new ArrayList<>();
    lines.add("it is shown " + TypeNames.of(explanation.gate().types()));
    for (Clause check : explanation.gate().deciding()) {
      if (lines.size() <= MOST_MORE) {
        lines.add(
            "  because of " + Words.cut(check.text(), MOST_TEXT) + "  " + places.of(check.place()));
      }
    }
    return lines;
  }

  /** File and line, the file by its name. */
  public static String place(SourceSpan span) {
    return new PlaceNames(Set.of(span.file())).of(span);
  }

  private static List<String> lines(List<Line> lines) {
    return new ArrayList<>(Line.join(lines).lines().toList());
  }
}
