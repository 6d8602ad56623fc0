package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/**
 * A list in parentheses: literals on a right side, fields and literals as a transformer's argument.
 */
public record ListExpr(List<Operand> items, SourceSpan span) implements Operand {
  public ListExpr {
    items = List.copyOf(items);
  }
}
