package io.falcoj.compiler.plan;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import java.util.List;

/** Upper bounds of the bytes of code that a predicate takes. */
final class CodeSize implements Pred.Visitor<Integer> {
  /** Bytes of a call and the jump on its result. */
  static final int CALL = 8;

  private static final int LOAD = 32;
  private static final int LOOP = 40;
  private static final int STEP = 16;

  /** What is longer is written as methods of its own. */
  private static final int MOST_IN_PARTS = 128 * (STEP + STEP);

  private static final CodeSize INSTANCE = new CodeSize();

  private CodeSize() {}

  static int of(Pred pred) {
    return pred.accept(INSTANCE);
  }

  @Override
  public Integer visit(AllOf pred) {
    return sum(pred.operands());
  }

  @Override
  public Integer visit(AnyOf pred) {
    return sum(pred.operands());
  }

  private static int sum(List<Pred> operands) {
    int sum = 3;
    for (Pred operand : operands) {
      sum += of(operand);
    }
    return sum;
  }

  @Override
  public Integer visit(Not pred) {
    return of(pred.operand());
  }

  @Override
  public Integer visit(Always pred) {
    return 3;
  }

  @Override
  public Integer visit(Exists pred) {
    return of(pred.load()) + STEP;
  }

  @Override
  public Integer visit(EventTypeIs pred) {
    return STEP;
  }

  @Override
  public Integer visit(Check pred) {
    int loop = pred.over() == Check.Over.ONE ? 0 : LOOP;
    return of(pred.load()) + loop + of(pred.test());
  }

  static int of(Load load) {
    if (load instanceof Load.Call call) {
      return LOAD + call.arguments().stream().mapToInt(CodeSize::of).sum();
    }
    if (load instanceof Load.Printed printed) {
      return LOAD + of(printed.number());
    }
    if (load instanceof Load.Items items) {
      int all = items.items().stream().mapToInt(l -> of(l) + STEP).sum();
      return LOAD + Math.min(all, MOST_IN_PARTS);
    }
    return LOAD;
  }

  private static int of(Test test) {
    if (test instanceof Test.Fails fails) {
      return STEP + of(fails.test());
    }
    if (test instanceof Test.Passes passes) {
      int all = passes.tests().stream().mapToInt(t -> of(t) + STEP).sum();
      return STEP + Math.min(all, MOST_IN_PARTS);
    }
    if (test instanceof Test.NumberIn in) {
      return InStrategy.choose(in) == InStrategy.HASH_SET
          ? STEP
          : 2 * STEP + 8 * in.values().size();
    }
    if (test instanceof Test.TextIn in) {
      return InStrategy.choose(in) == InStrategy.HASH_SET ? STEP : STEP * in.values().size();
    }
    if (test instanceof Test.NumberAgainst against) {
      return LOAD + of(against.right());
    }
    if (test instanceof Test.TextAgainst against) {
      return LOAD + of(against.right());
    }
    if (test instanceof Test.SearchAgainst against) {
      return LOAD + of(against.right());
    }
    if (test instanceof Test.GlobAgainst against) {
      return LOAD + of(against.right());
    }
    return test instanceof Test.InField in ? LOAD + of(in.right()) : STEP;
  }
}
