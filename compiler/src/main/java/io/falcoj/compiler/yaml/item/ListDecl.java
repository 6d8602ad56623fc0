package io.falcoj.compiler.yaml.item;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/**
 * A list.
 *
 * @param append whether the items are added to those of an earlier list of that name
 */
public record ListDecl(
    String name, List<ScalarText> items, boolean append, SourceSpan span, List<Location> context)
    implements Declaration {
  public ListDecl {
    items = List.copyOf(items);
  }
}
