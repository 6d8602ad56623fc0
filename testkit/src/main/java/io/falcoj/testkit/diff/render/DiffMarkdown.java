package io.falcoj.testkit.diff.render;

import io.falcoj.testkit.diff.RuleChange;
import io.falcoj.testkit.diff.RuleSetDiff;
import io.falcoj.testkit.diff.RuleSetDiff.Replayed;
import io.falcoj.testkit.diff.render.ChangeLines.Line;

/** Differences as Markdown for a pull request: a table, and what stands behind each row. */
public final class DiffMarkdown {
  private DiffMarkdown() {}

  /** Lines ended by LF. */
  public static String render(RuleSetDiff diff) {
    StringBuilder out = new StringBuilder("### Rule changes\n\n");
    out.append(escape(DiffText.summary(diff))).append(".\n");
    if (!diff.changes().isEmpty()) {
      out.append("\n| rule | change | events before only | events now only |\n");
      out.append("| --- | --- | ---: | ---: |\n");
      diff.changes().forEach(change -> row(change, out));
      out.append("\n<details><summary>Details</summary>\n\n");
      diff.changes().forEach(change -> details(change, out));
      out.append("</details>\n");
    }
    diff.notes().forEach(note -> out.append("\n> ").append(escape(note)).append('\n'));
    for (Replayed fixture : diff.fixtures()) {
      if (!fixture.damage().isEmpty()) {
        out.append("\n> ").append(escape(fixture.damage())).append('\n');
      }
    }
    return out.toString();
  }

  private static void row(RuleChange change, StringBuilder out) {
    long lost = 0;
    long gained = 0;
    switch (change.kind()) {
      case ADDED -> gained = change.witnesses().count();
      case REMOVED -> lost = change.witnesses().count();
      case RENAMED, CHANGED -> {
        lost = change.condition() == null ? 0 : change.condition().lost().count();
        gained = change.condition() == null ? 0 : change.condition().gained().count();
      }
    }
    out.append("| ")
        .append(escape(change.rule()))
        .append(" | ")
        .append(escape(ChangeLines.title(change)))
        .append(" | ")
        .append(lost)
        .append(" | ")
        .append(gained)
        .append(" |\n");
  }

  private static void details(RuleChange change, StringBuilder out) {
    out.append("**").append(escape(change.rule())).append("** (");
    out.append(escape(change.place())).append(")\n\n");
    for (Line line : ChangeLines.of(change)) {
      out.append("  ".repeat(line.depth())).append("- ").append(escape(line.text())).append('\n');
    }
    out.append('\n');
  }

  /** Texts of rules and events are no markup. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '\\', '*', '_', '[', ']', '|', '#', '~', '@', '`' -> escaped.append('\\').append(c);
        default -> escaped.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return escaped.toString();
  }
}
