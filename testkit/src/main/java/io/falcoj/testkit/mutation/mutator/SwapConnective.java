package io.falcoj.testkit.mutation.mutator;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import io.falcoj.testkit.mutation.source.TextEdit;
import io.falcoj.testkit.mutation.source.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code a and b} becomes {@code a or b}, and the other way round. */
final class SwapConnective implements Mutator {
  private static final Pattern WORD = Pattern.compile("\\b(and|or)\\b");

  @Override
  public String name() {
    return "swap-and-or";
  }

  @Override
  public List<Mutant> mutate(Target target) {
    if (!(target instanceof Target.Part part)
        || part.expr() instanceof NotExpr
        || Written.operands(part.expr()).isEmpty()) {
      return List.of();
    }
    boolean and = part.expr() instanceof AndExpr;
    List<Expr> operands = Written.operands(part.expr());
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 1; i < operands.size(); i++) {
      int from = part.condition().extent(operands.get(i - 1)).end();
      int to = part.condition().extent(operands.get(i)).start();
      Matcher word = WORD.matcher(part.condition().text()).region(from, Math.max(from, to));
      if (!word.find()) {
        return List.of();
      }
      edits.add(new TextEdit(word.start(), word.end(), and ? "or" : "and"));
    }
    String description = and ? "`and` replaced by `or`" : "`or` replaced by `and`";
    return part.mutant(name(), description, edits).stream().toList();
  }
}
