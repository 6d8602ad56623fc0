package io.falcoj.compiler.explain.render;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.decl.Revision;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.explain.ClauseResult;
import io.falcoj.compiler.explain.EventFacts;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.explain.Explanation.Verdict;
import io.falcoj.compiler.source.SourceSpan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An explanation as text: the verdict in a sentence, what it is about, the decision tree. */
public final class ExplanationText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.nnnnnnnnn").withZone(ZoneOffset.UTC);

  /** Event types that are named. */
  private static final int MOST_TYPES = 8;

  private static final int MOST_VALUE = 80;

  private final Explanation explanation;
  private final PlaceNames places;
  private final StringBuilder out = new StringBuilder();

  private ExplanationText(Explanation explanation) {
    this.explanation = explanation;
    this.places = PlaceNames.of(explanation);
  }

  /** The explanation, lines ended by LF. */
  public static String render(Explanation explanation) {
    return new ExplanationText(explanation).render();
  }

  private String render() {
    RuleDef rule = explanation.rule();
    out.append("Rule \"").append(rule.name()).append("\" ").append(verdict()).append(".\n\n");
    row("rule", rule.span().file().name() + ":" + PlaceNames.line(rule.span()));
    row("", rule.priority().label() + ", " + rule.source() + (rule.enabled() ? "" : ", disabled"));
    for (Revision revision : rule.revisions().subList(1, rule.revisions().size())) {
      row("", revision(revision));
    }
    row("event", event(explanation.event()));
    explanation
        .event()
        .fields()
        .forEach((f, v) -> row("", f + " = " + Words.cut(Words.value(v), MOST_VALUE)));
    if (explanation.verdict() == Verdict.NOT_SHOWN) {
      row("shown", types(explanation.gate().types()));
      explanation.gate().deciding().forEach(c -> row("", "because of " + said(c)));
    }
    if (explanation.verdict() == Verdict.NO_MATCH) {
      decided();
    }
    out.append('\n');
    return out.append(TreeText.render(explanation.condition(), places)).toString();
  }

  private String verdict() {
    String event = "event " + explanation.event().number();
    SourceSpan disabled = explanation.disabledBy();
    RuleDef earlier = explanation.earlier();
    return switch (explanation.verdict()) {
      case FIRES -> "matches " + event;
      case SHADOWED ->
          "matches "
              + event
              + (earlier == null
                  ? ""
                  : ", but rule \"%s\" (%s) comes first and gets it"
                      .formatted(earlier.name(), places.of(earlier.span())));
      case DISABLED ->
          "would match "
              + event
              + ", but is disabled"
              + (disabled == null ? "" : ": enabled: false at " + places.of(disabled));
      case NO_MATCH -> "does not match " + event;
      case NOT_SHOWN -> "is not shown " + event + ": it is of type " + explanation.event().type();
    };
  }

  private void row(String name, String text) {
    out.append("  %-8s  %s".formatted(name, text).stripTrailing()).append('\n');
  }

  private String revision(Revision revision) {
    String keys = revision.keys().isEmpty() ? "" : " (" + String.join(", ", revision.keys()) + ")";
    return TreeText.word(revision) + keys + " " + places.of(revision.span());
  }

  static String event(EventFacts event) {
    return event.number()
        + "  "
        + TIME.format(Instant.ofEpochSecond(0, event.timestamp()))
        + "  "
        + event.type();
  }

  private void decided() {
    List<ClauseResult> deciding = explanation.condition().deciding();
    List<String> shown = new ArrayList<>();
    for (ClauseResult check : deciding.subList(0, Math.min(3, deciding.size()))) {
      shown.add(
          said(check.clause()) + " is " + check.result() + ", saw " + Words.values(check.seen()));
    }
    row("decided", String.join("\n            ", shown));
    if (deciding.size() > 3) {
      row("", "and " + (deciding.size() - 3) + " more");
    }
    if (explanation.missing() > 1) {
      row("", Words.count(explanation.missing(), "check") + " would have to come out otherwise");
    }
  }

  private String said(Clause check) {
    return Words.cut(check.text(), MOST_VALUE) + " (" + places.of(check.place()) + ")";
  }

  private static String types(List<String> types) {
    String shown = types.stream().limit(MOST_TYPES).collect(Collectors.joining(", "));
    int more = types.size() - MOST_TYPES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /** Fields of an event in a row. */
  static String fields(EventFacts event) {
    return event.fields().entrySet().stream()
        .map(Map.Entry::getValue)
        .map(v -> Words.cut(Words.value(v), 40))
        .collect(Collectors.joining("  "));
  }
}
