package io.falcoj.compiler.syntax.grammar;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.IdentifierExpr;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.OrExpr;
import io.falcoj.compiler.ast.UnaryCheck;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.antlr.v4.runtime.Token;

/** Parse tree to expressions. Brackets leave no trace; an even number of negations neither. */
final class AstBuilder {
  private final Places places;
  private final OperandBuilder operands;

  AstBuilder(ScalarText text, int[] offsets) {
    this.places = new Places(text, offsets);
    this.operands = new OperandBuilder(places);
  }

  Expr expression(ConditionParser.ConditionContext context) throws SyntaxFault {
    return disjunction(((ConditionParser.WholeConditionContext) context).disjunction());
  }

  Operand operand(ConditionParser.LoneContext context) throws SyntaxFault {
    return operands.operand(((ConditionParser.LoneOperandContext) context).operand());
  }

  private Expr disjunction(ConditionParser.DisjunctionContext context) throws SyntaxFault {
    ConditionParser.AnyOfContext anyOf = (ConditionParser.AnyOfContext) context;
    List<Expr> children = new ArrayList<>();
    children.add(conjunction(anyOf.conjunction()));
    for (ConditionParser.OrTailContext tail : anyOf.orTail()) {
      children.add(
          tail instanceof ConditionParser.OrGroupContext group
              ? disjunction(group.disjunction())
              : conjunction(((ConditionParser.OrOperandContext) tail).conjunction()));
    }
    return children.size() == 1 ? children.get(0) : new OrExpr(children, places.of(context));
  }

  private Expr conjunction(ConditionParser.ConjunctionContext context) throws SyntaxFault {
    ConditionParser.AllOfContext allOf = (ConditionParser.AllOfContext) context;
    List<Expr> children = new ArrayList<>();
    children.add(negation(allOf.negation()));
    for (ConditionParser.AndTailContext tail : allOf.andTail()) {
      children.add(
          tail instanceof ConditionParser.AndGroupContext group
              ? disjunction(group.disjunction())
              : negation(((ConditionParser.AndOperandContext) tail).negation()));
    }
    return children.size() == 1 ? children.get(0) : new AndExpr(children, places.of(context));
  }

  private Expr negation(ConditionParser.NegationContext context) throws SyntaxFault {
    ConditionParser.NegatedContext negated = (ConditionParser.NegatedContext) context;
    boolean grouped = negated.primary() instanceof ConditionParser.NegatedGroupContext;
    int negations = negated.NOT().size() + (grouped ? 1 : 0);
    Expr child = primary(negated.primary());
    return negations % 2 == 0 ? child : new NotExpr(child, places.of(context));
  }

  private Expr primary(ConditionParser.PrimaryContext context) throws SyntaxFault {
    if (context instanceof ConditionParser.NegatedGroupContext group) {
      return disjunction(group.disjunction());
    }
    if (context instanceof ConditionParser.GroupContext group) {
      return disjunction(group.disjunction());
    }
    if (context instanceof ConditionParser.MacroNameContext name) {
      return new IdentifierExpr(name.IDENTIFIER().getText(), places.of(context));
    }
    ConditionParser.CheckContext check = (ConditionParser.CheckContext) context;
    return comparison(operands.operand(check.operand()), check.comparison(), places.of(context));
  }

  private Expr comparison(Operand left, ConditionParser.ComparisonContext context, SourceSpan span)
      throws SyntaxFault {
    if (context instanceof ConditionParser.ExistenceContext) {
      return new UnaryCheck(left, Operator.EXISTS, span);
    }
    if (context instanceof ConditionParser.NumberComparisonContext number) {
      Operand right = operands.numberSide(number.numberSide());
      return check(left, number.NUMBER_OPERATOR().getSymbol(), Modifier.NONE, right, span);
    }
    if (context instanceof ConditionParser.ListComparisonContext list) {
      Operand right = operands.listSide(list.listSide());
      return check(left, list.LIST_OPERATOR().getSymbol(), Modifier.NONE, right, span);
    }
    ConditionParser.StringComparisonContext string =
        (ConditionParser.StringComparisonContext) context;
    Token operator = string.STRING_OPERATOR().getSymbol();
    if (string.stringSide() instanceof ConditionParser.ModifiedValuesContext modified) {
      String word = modified.MODIFIER().getText().strip().toUpperCase(Locale.ROOT);
      Operand right = operands.modified(modified.modified());
      return check(left, operator, Modifier.valueOf(word), right, span);
    }
    return check(left, operator, Modifier.NONE, operands.stringSide(string.stringSide()), span);
  }

  private static Expr check(
      Operand left, Token operator, Modifier modifier, Operand right, SourceSpan span) {
    Operator known =
        Objects.requireNonNull(
            Operator.of(operator.getText()), "every operator of the grammar has a constant");
    return new BinaryCheck(left, known, modifier, right, span);
  }
}
