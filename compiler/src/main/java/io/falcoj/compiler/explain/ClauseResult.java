package io.falcoj.compiler.explain;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.clause.Clause.Kind;
import io.falcoj.compiler.interp.SeenValue;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a part of a condition came out for one event.
 *
 * @param result whether it holds
 * @param reached false when a part before it had decided already: the engine does not look at it
 * @param decisive whether the verdict would be open without it
 * @param seen values that a check compared, the left side first
 * @param items listed values that made a check what it is
 */
public record ClauseResult(
    Clause clause,
    boolean result,
    boolean reached,
    boolean decisive,
    List<SeenValue> seen,
    List<ItemMatch> items,
    List<ClauseResult> clauses) {
  /**
   * A listed value that the event satisfies; of {@code allof} one that it does not.
   *
   * @param lists the lists through which it came into the check, outermost first; empty for a value
   *     that is written there
   * @param place where it is written
   */
  public record ItemMatch(String text, List<String> lists, SourceSpan place) {
    public ItemMatch {
      lists = List.copyOf(lists);
    }
  }

  /**
   * A check that decided.
   *
   * @param within the macro or exception that it stands in, or null for the rule's own text
   */
  public record Deciding(ClauseResult check, @Nullable Clause within) {}

  public ClauseResult {
    seen = List.copyOf(seen);
    items = List.copyOf(items);
    clauses = List.copyOf(clauses);
  }

  /** The checks that decided, in their order. */
  public List<Deciding> deciding() {
    List<Deciding> found = new ArrayList<>();
    addDeciding(null, found);
    return found;
  }

  private void addDeciding(@Nullable Clause within, List<Deciding> found) {
    if (decisive && clauses.isEmpty()) {
      found.add(new Deciding(this, within));
    } else if (decisive) {
      boolean named = clause.kind() == Kind.MACRO || clause.kind() == Kind.EXCEPTION;
      clauses.forEach(c -> c.addDeciding(named ? clause : within, found));
    }
  }
}
