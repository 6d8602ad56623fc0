package io.falcoj.testkit.pages;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.IdentifierExpr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.ast.UnaryCheck;
import java.util.List;
import java.util.stream.Stream;

/** The macros that a condition names itself, in the order of their first mention. */
final class Names implements Expr.Visitor<Stream<String>> {
  private Names() {}

  static List<String> in(Expr condition) {
    return condition.accept(new Names()).distinct().toList();
  }

  private Stream<String> all(List<Expr> operands) {
    return operands.stream().flatMap(operand -> operand.accept(this));
  }

  @Override
  public Stream<String> visit(AndExpr expr) {
    return all(expr.operands());
  }

  @Override
  public Stream<String> visit(OrExpr expr) {
    return all(expr.operands());
  }

  @Override
  public Stream<String> visit(NotExpr expr) {
    return expr.operand().accept(this);
  }

  @Override
  public Stream<String> visit(UnaryCheck expr) {
    return Stream.empty();
  }

  @Override
  public Stream<String> visit(BinaryCheck expr) {
    return Stream.empty();
  }

  @Override
  public Stream<String> visit(IdentifierExpr expr) {
    return Stream.of(expr.name());
  }
}
