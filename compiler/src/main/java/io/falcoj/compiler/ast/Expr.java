package io.falcoj.compiler.ast;

import io.falcoj.compiler.source.SourceSpan;

/** A condition or a part of one. */
public sealed interface Expr
    permits AndExpr, OrExpr, NotExpr, UnaryCheck, BinaryCheck, IdentifierExpr {
  SourceSpan span();

  <R> R accept(Visitor<R> visitor);

  /** One method per kind; without defaults, so that the compiler finds missed ones. */
  interface Visitor<R> {
    R visit(AndExpr expr);

    R visit(OrExpr expr);

    R visit(NotExpr expr);

    R visit(UnaryCheck expr);

    R visit(BinaryCheck expr);

    R visit(IdentifierExpr expr);
  }
}
