package io.falcoj.testkit.mutation.mutator;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import io.falcoj.testkit.mutation.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A number that a field is compared with becomes one more, and one less. */
final class MoveBoundary implements Mutator {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,17}");

  @Override
  public String name() {
    return "move-boundary";
  }

  @Override
  public List<Mutant> mutate(Target target) {
    if (!(target instanceof Target.Part part)
        || !(part.expr() instanceof BinaryCheck check)
        || !(check.right() instanceof ValueExpr value)) {
      return List.of();
    }
    SourceSpan span = value.span();
    String written = part.condition().text().substring(span.start(), span.end());
    if (!NUMBER.matcher(written).matches()) {
      return List.of();
    }
    List<Mutant> mutants = new ArrayList<>();
    for (int by = 1; by >= -1; by -= 2) {
      String moved = String.valueOf(Long.parseLong(written) + by);
      part.mutant(
              name(),
              written + " replaced by " + moved,
              List.of(new TextEdit(span.start(), span.end(), moved)))
          .ifPresent(mutants::add);
    }
    return mutants;
  }
}
