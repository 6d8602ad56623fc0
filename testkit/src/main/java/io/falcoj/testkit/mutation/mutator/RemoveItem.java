package io.falcoj.testkit.mutation.mutator;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import io.falcoj.testkit.mutation.source.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** A list, declared or in a check, loses an item. */
final class RemoveItem implements Mutator {
  @Override
  public String name() {
    return "remove-item";
  }

  @Override
  public List<Mutant> mutate(Target target) {
    if (target instanceof Target.Item item) {
      return item.without(name()).stream().toList();
    }
    return target instanceof Target.Part part
            && part.expr() instanceof BinaryCheck check
            && check.right() instanceof ListExpr list
        ? inCheck(part, list.items())
        : List.of();
  }

  private List<Mutant> inCheck(Target.Part part, List<Operand> items) {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; items.size() > 1 && i < items.size(); i++) {
      SourceSpan span = items.get(i).span();
      TextEdit edit =
          i == 0
              ? new TextEdit(span.start(), items.get(1).span().start(), "")
              : new TextEdit(items.get(i - 1).span().end(), span.end(), "");
      String item = part.condition().text().substring(span.start(), span.end());
      part.mutant(name(), "item " + item + " removed", span.start(), List.of(edit))
          .ifPresent(mutants::add);
    }
    return mutants;
  }
}
