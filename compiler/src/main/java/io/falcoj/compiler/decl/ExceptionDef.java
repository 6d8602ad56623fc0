package io.falcoj.compiler.decl;

import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exception of a rule as merged: fields with their operators and the rows of values.
 *
 * @param single true when {@code fields} was a text: then there is one field and values are flat
 */
public record ExceptionDef(
    String name,
    boolean single,
    List<ScalarText> fields,
    List<ScalarText> comps,
    List<Value> values,
    SourceSpan span) {
  /** A value as written: a text, or a list of values. */
  public record Value(@Nullable ScalarText text, List<Value> items) {}
}
