package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import java.util.List;

/** What a condition costs at most, roughly. */
public enum Cost {
  /** A value that is at hand, compared with constants. */
  LOW,
  /** A search in a text, or a value that is put together first. */
  MEDIUM,
  /** A pattern, a walk over a list, a transformed value, or a search in what is put together. */
  HIGH;

  public static Cost of(Pred pred) {
    if (pred instanceof AllOf all) {
      return highest(all.operands());
    }
    if (pred instanceof AnyOf any) {
      return highest(any.operands());
    }
    if (pred instanceof Not not) {
      return of(not.operand());
    }
    if (pred instanceof Exists exists) {
      return of(exists.load());
    }
    return pred instanceof Check check ? of(check) : LOW;
  }

  private static Cost highest(List<Pred> preds) {
    Cost highest = LOW;
    for (Pred pred : preds) {
      highest = higher(highest, of(pred));
    }
    return highest;
  }

  public static Cost higher(Cost one, Cost other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Cost of(Check check) {
    Cost load = of(check.load());
    Cost test = of(check.test());
    return load == MEDIUM && test == MEDIUM ? HIGH : higher(load, test);
  }

  private static Cost of(Load load) {
    if (!(load instanceof Load.Field field)) {
      return HIGH;
    }
    if (load.isMany() && field.ref().def().has(FieldFlag.COMPUTED)) {
      return HIGH;
    }
    return field.ref().def().has(FieldFlag.COMPUTED) || load.isMany() ? MEDIUM : LOW;
  }

  private static Cost of(Test test) {
    if (test instanceof Test.Fails fails) {
      return of(fails.test());
    }
    if (test instanceof Test.Regex || test instanceof Test.Glob || test instanceof Test.Passes) {
      return HIGH;
    }
    boolean plain =
        test instanceof Test.Number
            || test instanceof Test.NumberIn
            || test instanceof Test.Equal
            || test instanceof Test.TextIn;
    return plain ? LOW : MEDIUM;
  }
}
