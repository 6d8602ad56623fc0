package io.falcoj.testkit.mutation.mutator;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import io.falcoj.testkit.mutation.source.TextEdit;
import io.falcoj.testkit.mutation.source.Written;
import java.util.ArrayList;
import java.util.List;

/** An operand of {@code and} or {@code or} is left out. */
final class RemoveTerm implements Mutator {
  private static final int SHOWN = 60;

  @Override
  public String name() {
    return "remove-term";
  }

  @Override
  public List<Mutant> mutate(Target target) {
    if (!(target instanceof Target.Part part)) {
      return List.of();
    }
    List<Expr> operands = Written.operands(part.expr());
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; operands.size() > 1 && i < operands.size(); i++) {
      TextEdit own = part.condition().extent(operands.get(i));
      TextEdit edit =
          i == 0
              ? new TextEdit(own.start(), part.condition().extent(operands.get(1)).start(), "")
              : new TextEdit(part.condition().extent(operands.get(i - 1)).end(), own.end(), "");
      String removed = part.condition().text().substring(own.start(), own.end());
      part.mutant(name(), "`" + shown(removed) + "` removed", own.start(), List.of(edit))
          .ifPresent(mutants::add);
    }
    return mutants;
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 3) + "...";
  }
}
