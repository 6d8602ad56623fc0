package io.falcoj.testkit.diff.render;

import io.falcoj.testkit.diff.RuleChange;
import io.falcoj.testkit.diff.RuleSetDiff;
import io.falcoj.testkit.diff.RuleSetDiff.Replayed;

/** Differences as text for a terminal. */
public final class DiffText {
  private DiffText() {}

  /** Lines ended by LF. */
  public static String render(RuleSetDiff diff) {
    StringBuilder out = new StringBuilder();
    for (RuleChange change : diff.changes()) {
      out.append(sign(change.kind())).append(' ').append(change.rule());
      out.append("  (").append(ChangeLines.title(change)).append(")  ");
      out.append(change.place()).append('\n');
      ChangeLines.of(change)
          .forEach(
              line ->
                  out.append("    ")
                      .append("  ".repeat(line.depth()))
                      .append(line.text())
                      .append('\n'));
      out.append('\n');
    }
    diff.notes().forEach(note -> out.append("note: ").append(note).append('\n'));
    for (Replayed fixture : diff.fixtures()) {
      if (!fixture.damage().isEmpty()) {
        out.append("note: ").append(fixture.damage()).append('\n');
      }
    }
    return out.append(summary(diff)).append('\n').toString();
  }

  /** The whole in a sentence. */
  static String summary(RuleSetDiff diff) {
    return "%s to %s: %s, %d as before; %s replayed, %d events"
        .formatted(
            diff.before(),
            diff.after(),
            diff.changes().isEmpty()
                ? "no rule differs"
                : count(diff.changes().size(), "rule")
                    + (diff.changes().size() == 1 ? " differs" : " differ"),
            diff.unchanged(),
            count(diff.fixtures().size(), "fixture"),
            diff.events());
  }

  private static String count(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private static char sign(RuleChange.Kind kind) {
    return switch (kind) {
      case ADDED -> '+';
      case REMOVED -> '-';
      case RENAMED, CHANGED -> '~';
    };
  }
}
