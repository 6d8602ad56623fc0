package io.falcoj.compiler.syntax;

import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.diag.Diagnostic.Related;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a place inside a list came into a condition.
 *
 * @param related the list that holds the place
 * @param names those by which conditions may have named it: its own, and of lists that name it
 */
public record ListTrace(List<Related> related, Set<String> names) {
  /** Empty when no list holds the place. */
  public static ListTrace of(List<ListDef> lists, SourceSpan place) {
    List<Related> related = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (ListDef list : lists) {
      if (list.items().stream().anyMatch(item -> item.covers(place))) {
        related.add(new Related("item of list `" + list.name() + "`", list.span()));
        names.add(list.name());
        break;
      }
    }
    for (ListDef list : lists) {
      if (list.items().stream().map(ScalarText::text).anyMatch(names::contains)) {
        names.add(list.name());
      }
    }
    return new ListTrace(related, names);
  }
}
