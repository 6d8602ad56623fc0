package io.falcoj.compiler.explain.render;

import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.explain.EventSearch.Found;
import io.falcoj.compiler.explain.EventSearch.Match;
import io.falcoj.compiler.explain.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a search through events found, as text: the sum, then the event that says most. */
public final class SearchText {
  /** Events that are named by number, and event types that are named. */
  private static final int MOST = 10;

  private static final int MOST_VALUE = 40;

  private SearchText() {}

  /** What was found, lines ended by LF. */
  public static String render(Found found) {
    StringBuilder out = new StringBuilder();
    out.append(Words.count(found.events(), "event")).append(", ");
    if (found.shown() < found.events()) {
      out.append(found.shown()).append(" shown to the rule, ");
    }
    if (found.matches().isEmpty()) {
      out.append("no match");
    } else {
      out.append(found.matches().size())
          .append(found.matches().size() == 1 ? " match: " : " matches: ")
          .append(numbers(found.matches()));
    }
    out.append('\n');
    shadowed(found.matches(), out);
    if (found.shown() == 0 && !found.hidden().isEmpty()) {
      out.append("  the events are of other types: ").append(types(found.hidden())).append('\n');
    } else if (found.misses().size() > 1) {
      out.append("\nNearest misses, by how many checks would have to come out otherwise:\n\n");
      out.append(Line.columns(found.misses().stream().map(SearchText::row).toList()));
    }
    Explanation best = found.best();
    return best == null ? out.toString() : out + "\n" + ExplanationText.render(best);
  }

  private static String numbers(List<Match> matches) {
    String named =
        matches.stream()
            .limit(MOST)
            .map(m -> Long.toString(m.event()))
            .collect(Collectors.joining(", "));
    int more = matches.size() - MOST;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static void shadowed(List<Match> matches, StringBuilder out) {
    Map<String, List<Match>> byRule = new LinkedHashMap<>();
    for (Match match : matches) {
      RuleDef earlier = match.earlier();
      if (earlier != null) {
        String place = new PlaceNames(Set.of(earlier.span().file())).of(earlier.span());
        String rule = "rule \"" + earlier.name() + "\" (" + place + ")";
        byRule.computeIfAbsent(rule, r -> new ArrayList<>()).add(match);
      }
    }
    byRule.forEach(
        (rule, taken) ->
            out.append("  of these, ")
                .append(rule)
                .append(" comes first and gets ")
                .append(taken.size())
                .append(": ")
                .append(numbers(taken))
                .append('\n'));
  }

  private static String types(Map<String, Long> counts) {
    String named =
        counts.entrySet().stream()
            .limit(MOST)
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    int more = counts.size() - MOST;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static String fields(Explanation miss) {
    return miss.event().fields().values().stream()
        .map(v -> Words.cut(Words.value(v), MOST_VALUE))
        .collect(Collectors.joining("  "));
  }

  private static List<String> row(Explanation miss) {
    return List.of(
        Words.count(miss.missing(), "check"),
        "event " + miss.event().number(),
        miss.event().type(),
        fields(miss));
  }
}
