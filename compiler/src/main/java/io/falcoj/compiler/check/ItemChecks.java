package io.falcoj.compiler.check;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.check.condition.ConditionTyper;
import io.falcoj.compiler.check.condition.OldForms;
import io.falcoj.compiler.check.condition.RuleFindings;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a check of listed values apart, to tell which of them an event satisfies. */
public final class ItemChecks {
  private ItemChecks() {}

  /**
   * A listed value.
   *
   * @param alone the check as if the list had only this value; of a field with several values it
   *     holds when one of them satisfies it
   */
  public record ItemCheck(ValueExpr value, Pred alone) {}

  /**
   * The values on a check's right side in their order; none when there is no list.
   *
   * @param source event source of the rule
   */
  public static List<ItemCheck> of(BinaryCheck check, String source) {
    List<ItemCheck> items = new ArrayList<>();
    if (check.right() instanceof ListExpr list) {
      for (Operand item : list.items()) {
        Pred alone = item instanceof ValueExpr value ? alone(check, value, source) : null;
        if (alone != null) {
          items.add(new ItemCheck((ValueExpr) item, alone));
        }
      }
    }
    return items;
  }

  private static @Nullable Pred alone(BinaryCheck check, ValueExpr value, String source) {
    boolean listed = check.modifier() == Modifier.NONE;
    Operator operator = check.operator() == Operator.IN ? Operator.INTERSECTS : check.operator();
    Pred typed = typed(check, operator, listed ? list(value) : value, source);
    return typed == null && operator != check.operator()
        ? typed(check, check.operator(), list(value), source)
        : typed;
  }

  private static Operand list(ValueExpr value) {
    return new ListExpr(List.of(value), value.span());
  }

  /** Null when the check cannot be made, as with forms of old rule files. */
  private static @Nullable Pred typed(
      BinaryCheck check, Operator operator, Operand right, String source) {
    RuleFindings findings = new RuleFindings();
    Pred typed =
        new BinaryCheck(check.left(), operator, Modifier.NONE, right, check.span())
            .accept(
                new ConditionTyper(
                    FieldCatalog.standard(),
                    source,
                    new OldForms(file -> false, file -> false),
                    findings));
    return findings.first() == null ? typed : null;
  }
}
