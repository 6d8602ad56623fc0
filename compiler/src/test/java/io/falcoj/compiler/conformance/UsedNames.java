package io.falcoj.compiler.conformance;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.FieldExpr;
import io.falcoj.compiler.ast.IdentifierExpr;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.ast.TransformerExpr;
import io.falcoj.compiler.ast.UnaryCheck;
import io.falcoj.compiler.ast.ValueExpr;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a condition names, each sorted; identifiers that are no macros and list items that are no
 * lists are left out. Upstream: {@code userspace/engine/filter_details_resolver.cpp}.
 *
 * @param fields texts of fields, arguments included
 */
public record UsedNames(
    Set<String> fields,
    Set<String> macros,
    Set<String> lists,
    Set<String> operators,
    Set<String> transformers) {

  /**
   * What a condition names.
   *
   * @param knownMacros names of macros
   * @param knownLists names of lists
   */
  public static UsedNames of(Expr condition, Set<String> knownMacros, Set<String> knownLists) {
    UsedNames names =
        new UsedNames(
            new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    return condition.accept(new Collector(names, knownMacros, knownLists));
  }

  private record Collector(UsedNames names, Set<String> knownMacros, Set<String> knownLists)
      implements Expr.Visitor<UsedNames> {
    @Override
    public UsedNames visit(AndExpr expr) {
      expr.operands().forEach(operand -> operand.accept(this));
      return names;
    }

    @Override
    public UsedNames visit(OrExpr expr) {
      expr.operands().forEach(operand -> operand.accept(this));
      return names;
    }

    @Override
    public UsedNames visit(NotExpr expr) {
      return expr.operand().accept(this);
    }

    @Override
    public UsedNames visit(UnaryCheck expr) {
      names.operators.add(Operator.EXISTS.text());
      return side(expr.left());
    }

    @Override
    public UsedNames visit(BinaryCheck expr) {
      names.operators.add(expr.operator().text());
      side(expr.left());
      if (expr.right() instanceof ListExpr list) {
        for (Operand item : list.items()) {
          String text = item instanceof ValueExpr value ? value.value().toString() : "";
          if (knownLists.contains(text)) {
            names.lists.add(text);
          }
        }
        return names;
      }
      return side(expr.right());
    }

    @Override
    public UsedNames visit(IdentifierExpr expr) {
      if (knownMacros.contains(expr.name())) {
        names.macros.add(expr.name());
      }
      return names;
    }

    private UsedNames side(Operand operand) {
      if (operand instanceof FieldExpr field) {
        names.fields.add(field.text());
      } else if (operand instanceof ListExpr list) {
        list.items().forEach(this::side);
      } else if (operand instanceof TransformerExpr call) {
        names.transformers.add(call.name());
        call.arguments().forEach(this::side);
      }
      return names;
    }
  }
}
