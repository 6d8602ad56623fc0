package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.IdentifierExpr;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.ast.UnaryCheck;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition to a predicate. A check that cannot be compiled is reported and stands for never,
 * so that the rest is still looked at.
 */
public final class ConditionTyper implements Expr.Visitor<Pred> {
  /** Of one list of values. */
  private static final int MAX_FAULTY_VALUES = 50;

  private final FieldCatalog catalog;
  private final RuleFindings findings;
  private final String source;
  private final LoadBuilder loads;
  private final ConstantWarnings constants;
  private final OldForms oldForms;
  private boolean negated;

  public ConditionTyper(
      FieldCatalog catalog, String source, OldForms oldForms, RuleFindings findings) {
    this.catalog = catalog;
    this.source = source;
    this.findings = findings;
    this.oldForms = oldForms;
    this.loads =
        new LoadBuilder(catalog, source, use -> findings.use(use.ref(), use.expr().span()));
    this.constants = new ConstantWarnings(catalog, source, findings);
  }

  @Override
  public Pred visit(AndExpr expr) {
    return new AllOf(all(expr.operands()));
  }

  @Override
  public Pred visit(OrExpr expr) {
    return new AnyOf(all(expr.operands()));
  }

  private List<Pred> all(List<Expr> operands) {
    List<Pred> preds = new ArrayList<>();
    for (Expr operand : operands) {
      preds.add(operand.accept(this));
    }
    return preds;
  }

  @Override
  public Pred visit(NotExpr expr) {
    negated = !negated;
    Pred operand = expr.operand().accept(this);
    negated = !negated;
    return new Not(operand);
  }

  @Override
  public Pred visit(IdentifierExpr expr) {
    throw new IllegalArgumentException("macro " + expr.name() + " is left after resolution");
  }

  @Override
  public Pred visit(UnaryCheck expr) {
    findings.look(expr.span());
    try {
      return new Exists(loads.build(expr.left()), new Place(expr.span()));
    } catch (CheckException e) {
      return failed(e);
    }
  }

  @Override
  public Pred visit(BinaryCheck expr) {
    findings.look(expr.span());
    try {
      return check(expr);
    } catch (CheckException e) {
      return failed(e);
    }
  }

  private Pred failed(CheckException e) {
    findings.fail(e);
    return Always.FALSE;
  }

  private Pred check(BinaryCheck expr) throws CheckException {
    Load left = loads.build(expr.left());
    String problem = OperatorTable.problem(expr.operator(), left.operand());
    if (problem != null && !oldForms.asksElements(left, expr, findings)) {
      throw CheckException.type(expr.span(), problem)
          .falco(OperatorTable.falcosWords(expr.operator(), expr.modifier(), left.operand()));
    }
    List<ValueExpr> values = literals(expr.right());
    if (values == null) {
      return new FieldComparison(loads, findings).build(expr, left);
    }
    constants.check(expr.operator(), values, expr.right().span());
    Mends.report(expr, left, null, findings);
    return withoutFaults(expr, left, new ArrayList<>(values));
  }

  /** A faulty value among several is reported and left out, so that the others are looked at. */
  private Pred withoutFaults(BinaryCheck expr, Load left, List<ValueExpr> values)
      throws CheckException {
    for (int faults = 1; ; faults++) {
      try {
        return constant(expr, left, values);
      } catch (CheckException e) {
        if (faults == MAX_FAULTY_VALUES
            || values.size() < 2
            || !values.removeIf(value -> value.span().equals(e.span()))) {
          throw e;
        }
        findings.fail(e);
      }
    }
  }

  private Pred constant(BinaryCheck expr, Load left, List<ValueExpr> values) throws CheckException {
    Place place = new Place(expr.span());
    if (left instanceof Load.Field field) {
      Pred special = special(expr, field.ref(), values, place);
      if (special != null) {
        return special;
      }
    }
    TestBuilder builder = new TestBuilder(left.operand().type());
    Test test = builder.build(expr.operator(), expr.modifier(), values);
    Pred check = new Check(left, over(left, expr.operator()), test, place);
    if (left instanceof Load.Field field) {
      return oldForms.absentByName(field, expr, values, check, findings);
    }
    oldForms.absentInCall(left, expr, values, findings);
    return check;
  }

  private @Nullable Pred special(
      BinaryCheck expr, FieldRef field, List<ValueExpr> values, Place place) throws CheckException {
    if (field.text().equals("evt.type")) {
      EventTypeChecks.checkNames(values);
    }
    if (field.def().name().equals("evt.around")) {
      return new TimeWindow(catalog, source).build(expr, field, values, place);
    }
    if (field.def().type() == FieldType.DYN && field.type() == FieldType.BYTEBUF) {
      throw CheckException.type(expr.span(), "raw buffers cannot be compared with constants")
          .falco("wrong parameter type " + FieldType.BYTEBUF.code());
    }
    Mends.report(expr, field, values, findings);
    boolean plain = expr.modifier() == Modifier.NONE;
    if (plain && EventTypeChecks.covers(field.text(), expr.operator())) {
      Pred check = EventTypeChecks.build(field.text(), expr.operator(), values, place);
      return field.text().equals("evt.dir")
          ? oldForms.direction(expr, values, check, negated, findings)
          : check;
    }
    return null;
  }

  /** The right side's literals, or null when it is a field or a call. */
  private static @Nullable List<ValueExpr> literals(Operand right) throws CheckException {
    if (right instanceof ValueExpr value) {
      return List.of(value);
    }
    if (right instanceof ListExpr list) {
      List<ValueExpr> values = new ArrayList<>();
      for (Operand item : list.items()) {
        if (!(item instanceof ValueExpr value)) {
          throw CheckException.type(item.span(), "a list to compare with holds literals only");
        }
        values.add(value);
      }
      return values;
    }
    return null;
  }

  private static Check.Over over(Load load, Operator operator) {
    if (!load.isMany()) {
      return Check.Over.ONE;
    }
    Shape shape = load instanceof Load.Field field ? field.ref().def().shape() : Shape.LIST;
    if (shape == Shape.EITHER_END && operator == Operator.NE) {
      return Check.Over.BOTH_ENDS;
    }
    boolean all = operator == Operator.IN || operator == Operator.EQ;
    return shape == Shape.LIST && all ? Check.Over.ALL : Check.Over.ANY;
  }
}
