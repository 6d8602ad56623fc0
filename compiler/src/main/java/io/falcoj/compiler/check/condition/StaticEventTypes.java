package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.FieldExpr;
import io.falcoj.compiler.ast.IdentifierExpr;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.ast.UnaryCheck;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.check.literal.LiteralException;
import io.falcoj.compiler.check.literal.Literals;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.FieldType;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Event codes for which a condition can hold, by sets: checks of the event type give a set, {@code
 * and} intersects, {@code or} unites, {@code not} is pushed down to the checks, and other checks
 * mean any event. As coarse as Falco's analysis, which decides what a rule is shown ({@code
 * userspace/libsinsp/filter/ppm_codes.cpp}).
 */
public final class StaticEventTypes implements Expr.Visitor<BitSet> {
  private static final int SIZE = EventTable.standard().size();
  private static final Set<String> TYPES = Set.of("evt.type", "syscall.type");

  private boolean negated;

  private StaticEventTypes() {}

  /** For a condition without names whose literals can be read. */
  public static BitSet of(Expr condition) {
    return condition.accept(new StaticEventTypes());
  }

  @Override
  public BitSet visit(AndExpr expr) {
    return combine(expr.operands(), !negated);
  }

  @Override
  public BitSet visit(OrExpr expr) {
    return combine(expr.operands(), negated);
  }

  private BitSet combine(List<Expr> operands, boolean intersect) {
    BitSet result = intersect ? all() : new BitSet();
    for (Expr operand : operands) {
      BitSet codes = operand.accept(this);
      if (intersect) {
        result.and(codes);
      } else {
        result.or(codes);
      }
    }
    return result;
  }

  @Override
  public BitSet visit(NotExpr expr) {
    negated = !negated;
    BitSet codes = expr.operand().accept(this);
    negated = !negated;
    return codes;
  }

  @Override
  public BitSet visit(IdentifierExpr expr) {
    return all();
  }

  @Override
  public BitSet visit(UnaryCheck expr) {
    return expr.left() instanceof FieldExpr field && TYPES.contains(field.text())
        ? known(true)
        : all();
  }

  @Override
  public BitSet visit(BinaryCheck expr) {
    if (expr.modifier() != Modifier.NONE || !(expr.left() instanceof FieldExpr field)) {
      return all();
    }
    if (field.text().equals("evt.num")) {
      return number(expr.operator(), expr.right());
    }
    List<ValueExpr> values = values(expr.right());
    boolean compares =
        expr.operator() == Operator.EQ
            || expr.operator() == Operator.NE
            || expr.operator() == Operator.IN;
    if (!compares || values == null || !TYPES.contains(field.text())) {
      return all();
    }
    Set<String> names = new TreeSet<>();
    values.forEach(value -> names.add(value.value().toString()));
    BitSet codes = EventTypeChecks.indexed(names);
    if (negated != (expr.operator() == Operator.NE)) {
      codes.flip(0, SIZE);
    }
    return codes;
  }

  private static @Nullable List<ValueExpr> values(Operand right) {
    if (right instanceof ValueExpr value) {
      return List.of(value);
    }
    return right instanceof ListExpr list
        ? list.items().stream().map(ValueExpr.class::cast).toList()
        : null;
  }

  /** Numbers of events start at 1. */
  private BitSet number(Operator operator, Operand right) {
    if (operator == Operator.IN && right instanceof ListExpr list) {
      boolean never = list.items().stream().allMatch(item -> isZero((ValueExpr) item));
      return never ? known(false) : all();
    }
    if (!(right instanceof ValueExpr value)) {
      return all();
    }
    boolean zero = isZero(value);
    boolean atMostOne = zero || literal(value) == 1;
    return switch (operator) {
      case EQ, LE -> zero ? known(false) : all();
      case NE, GT -> zero ? known(true) : all();
      case LT -> atMostOne ? known(false) : all();
      case GE -> atMostOne ? known(true) : all();
      default -> all();
    };
  }

  private static boolean isZero(ValueExpr value) {
    return literal(value) == 0;
  }

  private static long literal(ValueExpr value) {
    try {
      return Literals.number(value.value().toString(), FieldType.UINT64);
    } catch (LiteralException e) {
      return -1;
    }
  }

  private BitSet known(boolean holds) {
    return holds != negated ? all() : new BitSet();
  }

  private static BitSet all() {
    BitSet codes = new BitSet();
    codes.set(0, SIZE);
    return codes;
  }
}
