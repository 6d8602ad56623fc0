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
import org.jspecify.annotations.Nullable;

/** Finds the listed values that made a check come out as it did. */
final class ItemFinder {
  private final IrInterpreter interpreter;
  private final Clauses clauses;
  private final String source;
  private final Map<Clause, List<Item>> known = new IdentityHashMap<>();

  /** A listed value; where it comes from is looked up once it is asked for. */
  private static final class Item {
    final ItemCheck check;
    @Nullable ItemMatch match;

    Item(ItemCheck check) {
      this.check = check;
    }
  }

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
    for (Item item : known.computeIfAbsent(clause, c -> items(check))) {
      if (interpreter.holds(item.check.alone(), ctx) == wanted) {
        matches.add(match(clause, item));
      }
    }
    return matches;
  }

  private List<Item> items(BinaryCheck check) {
    return ItemChecks.of(check, source).stream().map(Item::new).toList();
  }

  private ItemMatch match(Clause clause, Item item) {
    if (item.match == null) {
      SourceSpan place = item.check.value().span();
      String text = item.check.value().value().toString();
      item.match = new ItemMatch(text, clauses.lists(clause, place), place);
    }
    return item.match;
  }
}
