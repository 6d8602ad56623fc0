package io.falcoj.compiler.yaml.item;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as written.
 *
 * @param fields a field or a list of fields; null when an append leaves it out
 * @param comps operators in the same form; null when left out
 */
public record ExceptionDecl(
    String name,
    @Nullable Entry fields,
    @Nullable Entry comps,
    List<Entry> values,
    SourceSpan span,
    List<Location> context) {
  /** A text, or a list of entries when {@code text} is null. */
  public record Entry(@Nullable ScalarText text, List<Entry> items) {
    public Entry {
      items = List.copyOf(items);
    }

    public boolean isList() {
      return text == null;
    }
  }

  public ExceptionDecl {
    values = List.copyOf(values);
  }
}
