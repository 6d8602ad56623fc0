package io.falcoj.testkit.diff.render;

import io.falcoj.testkit.diff.RuleChange;
import io.falcoj.testkit.diff.RuleChange.Aspect;
import io.falcoj.testkit.diff.RuleChange.ConditionChange;
import io.falcoj.testkit.diff.RuleChange.Shadowing;
import io.falcoj.testkit.diff.RuleChange.Taken;
import io.falcoj.testkit.diff.Witnesses;
import io.falcoj.testkit.diff.Witnesses.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of a change, line by line; text and Markdown lay it out. */
final class ChangeLines {
  private final List<Line> lines = new ArrayList<>();

  /**
   * A line.
   *
   * @param depth 0 for what stands right below the rule
   */
  record Line(int depth, String text) {}

  private ChangeLines() {}

  static List<Line> of(RuleChange change) {
    ChangeLines lines = new ChangeLines();
    if (change.condition() != null) {
      lines.condition(change.condition());
    }
    if (change.shadowing() != null) {
      lines.shadowing(change.shadowing());
    }
    change.aspects().forEach(lines::aspect);
    lines.fires(change);
    return List.copyOf(lines.lines);
  }

  /** The change in a few words. */
  static String title(RuleChange change) {
    List<String> words = new ArrayList<>();
    if (change.kind() != RuleChange.Kind.CHANGED) {
      words.add(lower(change.kind()));
    }
    if (change.formerly() != null) {
      words.set(0, "renamed from \"" + change.formerly() + "\"");
    }
    if (change.condition() != null) {
      words.add(lower(change.condition().direction()));
    }
    if (change.shadowing() != null) {
      words.add("shadowed");
    }
    change.aspects().forEach(aspect -> words.add(lower(aspect.kind())));
    return String.join(", ", words);
  }

  private void condition(ConditionChange change) {
    String how =
        change.proved()
            ? ", as the conditions alone show"
            : change.lost().isEmpty() && change.gained().isEmpty()
                ? "; no fixture tells before from after"
                : ", as the fixtures show";
    add(0, "condition: " + lower(change.direction()) + how);
    change.causes().forEach(cause -> add(1, "edited: " + cause));
    witnesses(1, "matched before only", "now", change.lost());
    witnesses(1, "match now only", "before", change.gained());
  }

  private void shadowing(Shadowing shadowing) {
    if (!shadowing.proved().isEmpty()) {
      add(0, "newly shadowed: " + shadowing.proved());
    }
    for (Taken taken : shadowing.by()) {
      add(0, "newly shadowed: rule \"" + taken.rule() + "\" comes first");
      witnesses(1, "it gets now", "", taken.events());
    }
  }

  private void aspect(Aspect aspect) {
    add(0, lower(aspect.kind()) + ": " + quoted(aspect.before()) + " -> " + quoted(aspect.after()));
  }

  private void fires(RuleChange change) {
    String when =
        switch (change.kind()) {
          case ADDED -> "match";
          case REMOVED -> "matched";
          case RENAMED, CHANGED -> "match in both";
        };
    witnesses(0, when, "", change.witnesses());
  }

  private void witnesses(int depth, String what, String reason, Witnesses witnesses) {
    if (witnesses.isEmpty()) {
      return;
    }
    String events = witnesses.count() == 1 ? "1 event: " : witnesses.count() + " events: ";
    add(depth, events + what);
    for (Witness witness : witnesses.first()) {
      add(depth + 1, witness.fixture() + " event " + witness.event() + ": " + witness.text());
      if (!witness.reason().isEmpty()) {
        add(depth + 2, reason + ": " + witness.reason());
      }
    }
    long more = witnesses.count() - witnesses.first().size();
    if (more > 0) {
      add(depth + 1, "and " + more + " more");
    }
  }

  private void add(int depth, String text) {
    lines.add(new Line(depth, text));
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "none" : text.replace("\n", "\\n");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
