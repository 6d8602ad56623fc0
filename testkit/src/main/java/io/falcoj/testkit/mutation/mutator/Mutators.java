package io.falcoj.testkit.mutation.mutator;

import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import java.util.ArrayList;
import java.util.List;

/** The mutators in order. */
public final class Mutators {
  private static final Mutators STANDARD =
      new Mutators(
          List.of(
              new DropNot(),
              new AddNot(),
              new SwapConnective(),
              new RemoveTerm(),
              new ChangeOperator(),
              new MoveBoundary(),
              new WidenText(),
              new RemoveItem(),
              new RemoveRow(),
              new RemoveException()));

  private final List<Mutator> mutators;

  private Mutators(List<Mutator> mutators) {
    this.mutators = mutators;
  }

  public static Mutators standard() {
    return STANDARD;
  }

  /** Their names. */
  public List<String> names() {
    return mutators.stream().map(Mutator::name).toList();
  }

  /** All mutants of the targets, those of a target in the order of mutators. */
  public List<Mutant> mutate(List<Target> targets) {
    List<Mutant> mutants = new ArrayList<>();
    for (Target target : targets) {
      mutators.forEach(mutator -> mutants.addAll(mutator.mutate(target)));
    }
    return mutants;
  }
}
