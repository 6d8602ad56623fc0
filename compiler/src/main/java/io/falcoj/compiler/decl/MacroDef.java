package io.falcoj.compiler.decl;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/**
 * A macro after appends were merged.
 *
 * @param index position of its first definition among all declarations
 * @param visibility position of its last definition or append: it sees the macros first defined
 *     before
 * @param revisions the declarations that made it, in order; those that a later one replaced
 *     included
 */
public record MacroDef(
    String name,
    int index,
    int visibility,
    ScalarText condition,
    List<Revision> revisions,
    SourceSpan span,
    List<Location> context) {
  public MacroDef {
    revisions = List.copyOf(revisions);
  }

  /** The same macro with another condition. */
  public MacroDef withCondition(ScalarText other) {
    return new MacroDef(name, index, visibility, other, revisions, span, context);
  }
}
