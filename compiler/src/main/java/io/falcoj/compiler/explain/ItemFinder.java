package io.falcoj.compiler.explain;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.check.ItemChecks;
import io.falcoj.compiler.check.ItemChecks.ItemCheck;
import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.clause.Clauses;
import io.falcoj.compiler.explain.ClauseResult.ItemMatch;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.abi.MatchContext;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds the listed values that made a check come out as it did. */
final class ItemFinder {
  private final IrInterpreter interpreter;
  private final Clauses clauses;
  private final String source;
  private final Map<Clause, List<ItemCheck>> checks = new IdentityHashMap<>();

  ItemFinder(IrInterpreter interpreter, Clauses clauses, String source) {
    this.interpreter = interpreter;
    this.clauses = clauses;
    this.source = source;
  }

  /** Those that the event satisfies; of {@code allof} those that kept the check from holding. */
  List<ItemMatch> find(Clause clause, boolean result, MatchContext ctx) {
    if (!(clause.expr() instanceof BinaryCheck check)) {
      return List.of();
    }
    boolean wanted = check.modifier() != Modifier.ALLOF;
    if (!wanted && result) {
      return List.of();
    }
    List<ItemMatch> matches = new ArrayList<>();
    for (ItemCheck item : checks.computeIfAbsent(clause, c -> ItemChecks.of(check, source))) {
      if (interpreter.holds(item.alone(), ctx) == wanted) {
        matches.add(match(clause, item));
      }
    }
    return matches;
  }

  private ItemMatch match(Clause clause, ItemCheck item) {
    SourceSpan place = item.value().span();
    return new ItemMatch(item.value().value().toString(), clauses.lists(clause, place), place);
  }
}
