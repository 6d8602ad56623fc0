package io.falcoj.testkit.mutation.mutator;

import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import java.util.List;

/** A kind of mistake that rule tests should notice. */
public interface Mutator {
  /** As reports name it. */
  String name();

  /** The mutants of one target; none when it is nothing for this mutator. */
  List<Mutant> mutate(Target target);
}
