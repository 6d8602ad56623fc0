package io.falcoj.compiler.lint;

import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.facts.Conflict;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contradictions in words. */
final class Conflicts {
  private static final int SHOWN = 60;

  private Conflicts() {}

  static DiagnosticCode code(@Nullable Conflict conflict) {
    return conflict != null && conflict.eventType()
        ? DiagnosticCode.EVENT_TYPE_CONTRADICTION
        : DiagnosticCode.NEVER_TRUE;
  }

  /** What is wrong, to follow a sentence's beginning. */
  static String reason(@Nullable Conflict conflict) {
    if (conflict == null) {
      return "";
    }
    String check = "`" + text(conflict.place().span()) + "` ";
    return conflict.against() == null
        ? ": " + check + "never holds"
        : ": " + check + "contradicts `" + text(conflict.against().span()) + "`";
  }

  static List<Related> related(@Nullable Conflict conflict) {
    return conflict == null || conflict.against() == null
        ? List.of()
        : List.of(new Related("the other check", conflict.against().span()));
  }

  /** The text of a check on one line. */
  static String text(SourceSpan span) {
    String text = span.file().text().substring(span.start(), span.end());
    text = text.replaceAll("\\s+", " ").strip();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
  }
}
