package io.falcoj.compiler.ir;

/** A typed condition or a part of one. Equal ones mean the same, wherever they stand. */
public sealed interface Pred permits AllOf, AnyOf, Not, Always, Exists, Check, EventTypeIs {

  <R> R accept(Visitor<R> visitor);

  /** One method per kind; without defaults, so that the compiler finds missed ones. */
  interface Visitor<R> {
    R visit(AllOf pred);

    R visit(AnyOf pred);

    R visit(Not pred);

    R visit(Always pred);

    R visit(Exists pred);

    R visit(Check pred);

    R visit(EventTypeIs pred);
  }
}
