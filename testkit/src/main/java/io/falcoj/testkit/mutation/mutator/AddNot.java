package io.falcoj.testkit.mutation.mutator;

import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import io.falcoj.testkit.mutation.source.TextEdit;
import io.falcoj.testkit.mutation.source.Written;
import java.util.List;

/** A check or macro {@code x} becomes {@code not x}. */
final class AddNot implements Mutator {
  @Override
  public String name() {
    return "add-not";
  }

  @Override
  public List<Mutant> mutate(Target target) {
    if (!(target instanceof Target.Part part)
        || !Written.operands(part.expr()).isEmpty()
        || part.parent() instanceof NotExpr) {
      return List.of();
    }
    int start = part.expr().span().start();
    return part.mutant(name(), "negated", List.of(new TextEdit(start, start, "not "))).stream()
        .toList();
  }
}
