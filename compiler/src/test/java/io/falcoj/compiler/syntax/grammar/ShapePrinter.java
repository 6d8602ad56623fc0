package io.falcoj.compiler.syntax.grammar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.FieldExpr;
import io.falcoj.compiler.ast.IdentifierExpr;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.ast.TransformerExpr;
import io.falcoj.compiler.ast.UnaryCheck;
import io.falcoj.compiler.ast.ValueExpr;
import java.util.List;

/** Trees as nested JSON arrays: {@code ["=", ["field", "proc.name"], ["value", "x"]]}. */
final class ShapePrinter implements Expr.Visitor<ArrayNode> {
  private static ArrayNode node(String head) {
    return JsonNodeFactory.instance.arrayNode().add(head);
  }

  ArrayNode print(Expr expr) {
    return expr.accept(this);
  }

  private ArrayNode many(String head, List<Expr> operands) {
    ArrayNode node = node(head);
    operands.forEach(o -> node.add(o.accept(this)));
    return node;
  }

  private static ArrayNode operand(Operand operand) {
    if (operand instanceof FieldExpr field) {
      ArrayNode node = node("field").add(field.name());
      return field.arg() == null ? node : node.add(field.arg());
    }
    if (operand instanceof ValueExpr value) {
      return node("value").add(value.value().toString());
    }
    if (operand instanceof ListExpr list) {
      ArrayNode node = node("list");
      for (Operand item : list.items()) {
        if (item instanceof ValueExpr value) {
          node.add(value.value().toString());
        } else {
          node.add(operand(item));
        }
      }
      return node;
    }
    TransformerExpr call = (TransformerExpr) operand;
    ArrayNode node = node("transform").add(call.name());
    call.arguments().forEach(a -> node.add(operand(a)));
    return node;
  }

  @Override
  public ArrayNode visit(AndExpr expr) {
    return many("and", expr.operands());
  }

  @Override
  public ArrayNode visit(OrExpr expr) {
    return many("or", expr.operands());
  }

  @Override
  public ArrayNode visit(NotExpr expr) {
    return node("not").add(expr.operand().accept(this));
  }

  @Override
  public ArrayNode visit(UnaryCheck expr) {
    return node(expr.operator().text()).add(operand(expr.left()));
  }

  @Override
  public ArrayNode visit(BinaryCheck expr) {
    String modifier = expr.modifier() == Modifier.NONE ? "" : " " + expr.modifier().text();
    return node(expr.operator().text() + modifier)
        .add(operand(expr.left()))
        .add(operand(expr.right()));
  }

  @Override
  public ArrayNode visit(IdentifierExpr expr) {
    return node("identifier").add(expr.name());
  }
}
