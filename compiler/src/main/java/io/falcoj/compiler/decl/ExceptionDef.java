package io.falcoj.compiler.decl;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exception of a rule as merged: fields with their operators and the rows of values.
 *
 * @param single true when {@code fields} was a text: then there is one field and values are flat
 * @param comps one operator per field, those left out filled in
 */
public record ExceptionDef(
    String name,
    boolean single,
    List<ScalarText> fields,
    List<ScalarText> comps,
    List<Value> values,
    SourceSpan span,
    List<Location> context) {
  /** A value as written: a text, or a list of values. */
  public record Value(@Nullable ScalarText text, List<Value> items) {
    public Value {
      items = List.copyOf(items);
    }

    public boolean isList() {
      return text == null;
    }

    /** Where its first text stands, or {@code otherwise} when it has none. */
    public SourceSpan span(SourceSpan otherwise) {
      if (text != null) {
        return text.span();
      }
      return items.isEmpty() ? otherwise : items.get(0).span(otherwise);
    }
  }

  public ExceptionDef {
    fields = List.copyOf(fields);
    comps = List.copyOf(comps);
    values = List.copyOf(values);
  }

  /** The same exception with other rows. */
  public ExceptionDef withValues(List<Value> others) {
    return new ExceptionDef(name, single, fields, comps, others, span, context);
  }

  /** The same exception with other operators. */
  public ExceptionDef withComps(List<ScalarText> others) {
    return new ExceptionDef(name, single, fields, others, values, span, context);
  }
}
