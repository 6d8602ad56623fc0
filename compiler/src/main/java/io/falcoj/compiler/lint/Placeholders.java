package io.falcoj.compiler.lint;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.clause.Clause.Kind;
import io.falcoj.compiler.facts.Facts;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Macros that stand for something which a site puts there: those that are one check with the same
 * outcome for every event, such as {@code evt.num = 0}, and those that are another macro's name and
 * nothing else. What they say now is no reason to call a rule wrong.
 */
final class Placeholders {
  private final Set<Pred> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Pred condition;

  /** Those of a whole condition. */
  Placeholders(Clause condition) {
    this.condition = opened(condition);
  }

  /** The condition, with parts of their own for the placeholders. */
  Pred condition() {
    return condition;
  }

  /** For assumptions about the condition, with nothing known of the placeholders. */
  Facts facts() {
    return new Facts(open);
  }

  private Pred opened(Clause clause) {
    if (isPlaceholder(clause)) {
      Pred own = new AllOf(List.of(clause.pred()));
      open.add(own);
      return own;
    }
    if (clause.isName()) {
      return opened(clause.clauses().get(0));
    }
    List<Pred> parts = clause.clauses().stream().map(this::opened).toList();
    return switch (clause.kind()) {
      case ALL_OF, ROW -> new AllOf(parts);
      case ANY_OF, EXCEPTION -> new AnyOf(parts);
      case NOT -> new Not(parts.get(0));
      case CHECK, MACRO -> clause.pred();
    };
  }

  private static boolean isPlaceholder(Clause clause) {
    if (clause.kind() != Kind.MACRO) {
      return false;
    }
    Kind body = clause.clauses().get(0).kind();
    return body == Kind.MACRO || body == Kind.CHECK && isConstant(clause.pred());
  }

  private static boolean isConstant(Pred check) {
    return !new Facts().allows(check, true) || !new Facts().allows(check, false);
  }
}
