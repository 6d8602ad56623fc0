package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;

/** One side of a check. */
public sealed interface Operand permits FieldExpr, TransformerExpr, ValueExpr, ListExpr {
  SourceSpan span();
}
