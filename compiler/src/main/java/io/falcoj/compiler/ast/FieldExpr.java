package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * A field, perhaps with an argument in brackets.
 *
 * @param name dotted name as written, e.g. {@code evt.arg.flags}
 * @param arg unescaped argument, or null
 */
public record FieldExpr(String name, @Nullable String arg, SourceSpan span) implements Operand {
  /** The text that the field catalogue resolves. */
  public String text() {
    return arg == null ? name : name + "[" + arg + "]";
  }
}
