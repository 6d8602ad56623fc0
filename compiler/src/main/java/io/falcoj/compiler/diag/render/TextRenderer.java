package io.falcoj.compiler.diag.render;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Finding;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.source.LineMap;
import io.falcoj.compiler.source.SourceSpan;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Findings as people read them: what, where, the line with the place marked, the way out. */
public final class TextRenderer {
  /** Findings of one severity that are shown. */
  public static final int MAX_SHOWN = 50;

  private TextRenderer() {}

  /**
   * The first findings of each severity, and how many more there were. The same words about the
   * same place, which concern several rules, are said once.
   */
  public static String render(List<? extends Finding> findings) {
    StringBuilder text = new StringBuilder();
    Set<List<Object>> said = new HashSet<>();
    int[] shown = new int[Severity.values().length];
    int omitted = 0;
    for (Finding found : findings) {
      if (!said.add(List.of(found.label(), found.span(), found.message()))) {
        continue;
      }
      if (shown[found.severity().ordinal()]++ < MAX_SHOWN) {
        text.append(render(found)).append('\n');
      } else {
        omitted++;
      }
    }
    if (omitted > 0) {
      text.append("... and ").append(omitted).append(" more\n");
    }
    return text.toString();
  }

  /** One finding, lines ended by LF. */
  public static String render(Finding finding) {
    SourceSpan span = finding.span();
    LineMap lines = span.file().lines();
    int number = lines.line(span.start());
    String margin = " ".repeat(String.valueOf(number).length());
    StringBuilder text = new StringBuilder();
    text.append(finding.severity().name().toLowerCase(Locale.ROOT))
        .append('[')
        .append(finding.label())
        .append("]: ")
        .append(finding.message())
        .append('\n')
        .append(margin)
        .append("--> ")
        .append(place(span))
        .append('\n');
    Excerpt excerpt = Excerpt.of(span);
    text.append(number).append(" | ").append(excerpt.line()).append('\n');
    text.append(margin).append(" | ").append(excerpt.mark());
    if (finding.hint() != null) {
      text.append(' ').append(finding.hint());
    }
    text.append('\n');
    if (!finding.related().isEmpty()) {
      text.append(margin).append(" = ").append(related(finding.related())).append('\n');
    }
    return text.toString();
  }

  private static String related(List<Diagnostic.Related> related) {
    return related.stream()
        .map(r -> r.message() + " (" + place(r.span()) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String place(SourceSpan span) {
    LineMap lines = span.file().lines();
    return span.file().name() + ":" + lines.line(span.start()) + ":" + lines.column(span.start());
  }
}
