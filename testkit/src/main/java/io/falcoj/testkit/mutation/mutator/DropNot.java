package io.falcoj.testkit.mutation.mutator;

import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import io.falcoj.testkit.mutation.source.TextEdit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code not x} becomes {@code x}. */
final class DropNot implements Mutator {
  private static final Pattern NOT = Pattern.compile("not\\s*");

  @Override
  public String name() {
    return "drop-not";
  }

  @Override
  public List<Mutant> mutate(Target target) {
    if (!(target instanceof Target.Part part) || !(part.expr() instanceof NotExpr not)) {
      return List.of();
    }
    int start = not.span().start();
    Matcher word = NOT.matcher(part.condition().text()).region(start, not.span().end());
    return word.lookingAt()
        ? part
            .mutant(name(), "`not` removed", List.of(new TextEdit(start, word.end(), "")))
            .stream()
            .toList()
        : List.of();
  }
}
