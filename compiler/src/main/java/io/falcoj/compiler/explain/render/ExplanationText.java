package io.falcoj.compiler.explain.render;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.decl.Revision;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.explain.ClauseResult.Deciding;
import io.falcoj.compiler.explain.EventFacts;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.source.SourceSpan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An explanation as text: the verdict in a sentence, what it is about, the decision tree. */
public final class ExplanationText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.nnnnnnnnn").withZone(ZoneOffset.UTC);

  /** Checks that are named as deciding. */
  private static final int MOST_DECIDING = 3;

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
    String state = rule.priority().label() + ", " + rule.source();
    String file = rule.span().file().name();
    row("rule", file + ":" + PlaceNames.line(rule.span()) + "  (" + state + ")");
    revisions(rule.revisions()).forEach(r -> row("", r));
    SourceSpan disabled = explanation.disabledBy();
    if (disabled != null) {
      row("", "disabled: enabled: false at " + places.of(disabled));
    }
    row("event", event(explanation.event()));
    fields(explanation.event()).forEach(f -> row("", f));
    switch (explanation.verdict()) {
      case NOT_SHOWN -> notShown();
      case NO_MATCH -> decided();
      default -> {}
    }
    out.append('\n');
    return out.append(TreeText.render(explanation.condition(), places)).toString();
  }

  private String verdict() {
    String event = "event " + explanation.event().number();
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
      case DISABLED -> "would match " + event + ", but is disabled";
      case NO_MATCH -> "does not match " + event;
      case NOT_SHOWN -> "is not shown " + event + ": it is of type " + explanation.event().type();
    };
  }

  private void row(String name, String text) {
    out.append("  %-8s  %s".formatted(name, text).stripTrailing()).append('\n');
  }

  /** What became of the rule's first definition. */
  private List<String> revisions(List<Revision> all) {
    List<String> rows = new ArrayList<>();
    int replaced = all.size() - Revision.effective(all).size();
    for (int i = 0; i < all.size(); i++) {
      Revision revision = all.get(i);
      String place = places.of(revision.span());
      boolean definition = revision.keys().isEmpty();
      if (i < replaced && definition) {
        rows.add("in place of " + place);
      } else if (i > replaced) {
        String keys = String.join(", ", revision.keys());
        rows.add(TreeText.word(revision) + " " + place + "  (" + keys + ")");
      }
    }
    return rows;
  }

  static String event(EventFacts event) {
    String time = TIME.format(Instant.ofEpochSecond(0, event.timestamp()));
    return event.number() + "  " + time + "  " + event.type();
  }

  /** Field and value, as many in a row as fit. */
  static List<String> fields(EventFacts event) {
    List<String> rows = new ArrayList<>();
    for (Map.Entry<String, String> field : event.fields().entrySet()) {
      String shown = field.getKey() + " = " + Words.cut(Words.value(field.getValue()), MOST_VALUE);
      int last = rows.size() - 1;
      if (last >= 0 && rows.get(last).length() + shown.length() < MOST_VALUE) {
        rows.set(last, rows.get(last) + "  " + shown);
      } else {
        rows.add(shown);
      }
    }
    return rows;
  }

  private void notShown() {
    row("shown", TypeNames.of(explanation.gate().types()));
    for (Clause check : explanation.gate().deciding()) {
      row(
          "",
          "because of " + Words.cut(check.text(), MOST_VALUE) + "  " + places.of(check.place()));
    }
  }

  private void decided() {
    List<Deciding> deciding = explanation.condition().deciding();
    String name = "decided";
    for (Deciding found : deciding.subList(0, Math.min(MOST_DECIDING, deciding.size()))) {
      row(name, said(found));
      name = "";
    }
    if (deciding.size() > MOST_DECIDING) {
      row("", "and " + (deciding.size() - MOST_DECIDING) + " more");
    }
    if (explanation.missing() > 1) {
      row("", Words.count(explanation.missing(), "check") + " would have to come out otherwise");
    }
  }

  private String said(Deciding found) {
    Clause check = found.check().clause();
    Clause within = found.within();
    String name =
        within == null
            ? ""
            : within.kind().name().toLowerCase(Locale.ROOT) + " " + within.text() + ": ";
    return "%s%s is %s, saw %s  %s"
        .formatted(
            name,
            Words.cut(check.text(), MOST_VALUE),
            found.check().result(),
            Words.cut(Words.values(found.check().seen()), MOST_VALUE),
            places.of(check.place()));
  }
}
