package io.falcoj.compiler.plan;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Counter;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;

/**
 * Whether a predicate costs more than looking up its remembered result, which must be what asking
 * again would give.
 */
final class Worth implements Pred.Visitor<Boolean> {
  private static final Worth INSTANCE = new Worth();

  private Worth() {}

  static boolean remembering(Pred pred) {
    return pred.accept(INSTANCE) && !Counter.isReadBy(pred);
  }

  @Override
  public Boolean visit(AllOf pred) {
    return true;
  }

  @Override
  public Boolean visit(AnyOf pred) {
    return true;
  }

  @Override
  public Boolean visit(Not pred) {
    return false;
  }

  @Override
  public Boolean visit(Always pred) {
    return false;
  }

  @Override
  public Boolean visit(EventTypeIs pred) {
    return false;
  }

  @Override
  public Boolean visit(Exists pred) {
    return isCostly(pred.load());
  }

  @Override
  public Boolean visit(Check pred) {
    return pred.over() != Check.Over.ONE || isCostly(pred.load()) || isCostly(pred.test());
  }

  /** True for fields that are more than following a few references. */
  static boolean isCostly(Load load) {
    return !(load instanceof Load.Field field) || field.ref().def().has(FieldFlag.COMPUTED);
  }

  private static boolean isCostly(Test test) {
    if (test instanceof Test.Fails fails) {
      return isCostly(fails.test());
    }
    return !(test instanceof Test.Number || test instanceof Test.Equal);
  }
}
