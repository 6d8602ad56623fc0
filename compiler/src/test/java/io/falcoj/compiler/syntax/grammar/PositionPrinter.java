package io.falcoj.compiler.syntax.grammar;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.FieldExpr;
import io.falcoj.compiler.ast.IdentifierExpr;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.ast.UnaryCheck;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/** Nodes in pre-order with the place of their first character, on one line. */
final class PositionPrinter implements Expr.Visitor<String> {
  String print(Expr expr) {
    return expr.accept(this);
  }

  private static String at(String kind, SourceSpan span) {
    return kind + span.start() + " 1 " + (span.start() + 1);
  }

  private String many(String kind, SourceSpan span, List<Expr> children) {
    StringBuilder text = new StringBuilder(at(kind, span));
    children.forEach(c -> text.append(c.accept(this)));
    return text.toString();
  }

  private static String operand(Operand operand) {
    String kind =
        operand instanceof FieldExpr ? "field" : operand instanceof ListExpr ? "list" : "value";
    return at(kind, operand.span());
  }

  @Override
  public String visit(AndExpr expr) {
    return many("and", expr.span(), expr.operands());
  }

  @Override
  public String visit(OrExpr expr) {
    return many("or", expr.span(), expr.operands());
  }

  @Override
  public String visit(NotExpr expr) {
    return at("not", expr.span()) + expr.operand().accept(this);
  }

  @Override
  public String visit(UnaryCheck expr) {
    return at("unary", expr.span()) + operand(expr.left());
  }

  @Override
  public String visit(BinaryCheck expr) {
    return at("binary", expr.span()) + operand(expr.left()) + operand(expr.right());
  }

  @Override
  public String visit(IdentifierExpr expr) {
    return at("identifier", expr.span());
  }
}
