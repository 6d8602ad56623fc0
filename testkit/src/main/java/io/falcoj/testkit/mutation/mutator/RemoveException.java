package io.falcoj.testkit.mutation.mutator;

import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ExceptionDef.Value;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.SourceEdit;
import io.falcoj.testkit.mutation.source.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An exception of several rows loses all of them, wherever they were added. */
final class RemoveException implements Mutator {
  @Override
  public String name() {
    return "remove-exception";
  }

  @Override
  public List<Mutant> mutate(Target target) {
    if (!(target instanceof Target.Exempted exempted) || exempted.exception().values().size() < 2) {
      return List.of();
    }
    ExceptionDef exception = exempted.exception();
    Set<SourceEdit> edits = new LinkedHashSet<>();
    for (Value row : exception.values()) {
      Optional<SourceEdit> edit =
          exempted
              .files()
              .apply(text(row, exception))
              .emptied(row.span(exception.span()), depth(row));
      if (edit.isEmpty()) {
        return List.of();
      }
      edits.add(edit.get());
    }
    return List.of(
        exempted.mutant(
            name(), "all rows removed", new ArrayList<>(edits), exception.withValues(List.of())));
  }

  /** A text that stands in the row. */
  static ScalarText text(Value row, ExceptionDef exception) {
    Value value = row;
    while (value.text() == null && !value.items().isEmpty()) {
      value = value.items().get(0);
    }
    return value.text() == null ? ScalarText.synthetic("", exception.span()) : value.text();
  }

  /** How many lists stand around the row's first text within the row. */
  static int depth(Value row) {
    int depth = 0;
    for (Value value = row; value.text() == null && !value.items().isEmpty(); depth++) {
      value = value.items().get(0);
    }
    return depth;
  }
}
