package io.falcoj.testkit.mutation.mutator;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import io.falcoj.testkit.mutation.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text that a field must begin or end with, or contain, becomes shorter: a path loses its last
 * part, another text its last character, or its first where the end counts.
 */
final class WidenText implements Mutator {
  private static final Set<Operator> OPERATORS =
      Set.of(
          Operator.STARTSWITH,
          Operator.ENDSWITH,
          Operator.CONTAINS,
          Operator.ICONTAINS,
          Operator.PMATCH);

  @Override
  public String name() {
    return "widen-text";
  }

  @Override
  public List<Mutant> mutate(Target target) {
    if (!(target instanceof Target.Part part)
        || !(part.expr() instanceof BinaryCheck check)
        || !OPERATORS.contains(check.operator())) {
      return List.of();
    }
    List<Mutant> mutants = new ArrayList<>();
    List<Operand> values =
        check.right() instanceof ListExpr list ? list.items() : List.of(check.right());
    for (Operand operand : values) {
      if (operand instanceof ValueExpr value) {
        int quote = value.quoted() ? 1 : 0;
        int start = value.span().start() + quote;
        int end = value.span().end() - quote;
        String written = part.condition().text().substring(start, end);
        String shorter = shorter(written, check.operator() == Operator.ENDSWITH);
        if (!shorter.isEmpty() && written.indexOf('\\') < 0) {
          part.mutant(
                  name(),
                  written + " replaced by " + shorter,
                  List.of(new TextEdit(start, end, shorter)))
              .ifPresent(mutants::add);
        }
      }
    }
    return mutants;
  }

  static String shorter(String text, boolean end) {
    if (end) {
      return text.substring(Math.min(1, text.length()));
    }
    int slash = text.lastIndexOf('/', text.length() - 2);
    if (text.startsWith("/") && slash > 0) {
      return text.substring(0, text.endsWith("/") ? slash + 1 : slash);
    }
    return text.substring(0, Math.max(0, text.length() - 1));
  }
}
