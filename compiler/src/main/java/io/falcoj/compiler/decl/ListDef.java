package io.falcoj.compiler.decl;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/**
 * A list after appends were merged.
 *
 * @param index position of its first definition among all declarations
 * @param visibility position of its last definition or append: the items that name lists defined
 *     before stand for the items of those
 * @param revisions the declarations that made it, in order; those that a later one replaced
 *     included
 */
public record ListDef(
    String name,
    int index,
    int visibility,
    List<ScalarText> items,
    List<Revision> revisions,
    SourceSpan span,
    List<Location> context) {
  public ListDef {
    items = List.copyOf(items);
    revisions = List.copyOf(revisions);
  }

  /** The same list with other items. */
  public ListDef withItems(List<ScalarText> others) {
    return new ListDef(name, index, visibility, others, revisions, span, context);
  }
}
