package io.falcoj.testkit.mutation.mutator;

import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ExceptionDef.Value;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import java.util.ArrayList;
import java.util.List;

/** An exception loses a row of values. */
final class RemoveRow implements Mutator {
  @Override
  public String name() {
    return "remove-row";
  }

  @Override
  public List<Mutant> mutate(Target target) {
    if (!(target instanceof Target.Exempted exempted)) {
      return List.of();
    }
    ExceptionDef exception = exempted.exception();
    List<Mutant> mutants = new ArrayList<>();
    for (Value row : exception.values()) {
      SourceSpan place = row.span(exception.span());
      List<Value> others = new ArrayList<>(exception.values());
      others.removeIf(other -> other == row);
      exempted
          .files()
          .apply(RemoveException.text(row, exception))
          .without(place, RemoveException.depth(row))
          .ifPresent(
              edit ->
                  mutants.add(
                      exempted.mutant(
                          name(), "row removed", List.of(edit), exception.withValues(others))));
    }
    return mutants;
  }
}
