package io.falcoj.compiler.ir;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The event is of a certain type; tested by numbers, decided by dispatch where possible.
 *
 * @param indexed event codes by which Falco's static analysis indexes the check, which for generic
 *     events are coarser than {@code codes}; null for checks that the analysis does not look at
 */
public record EventTypeIs(CodeSet codes, @Nullable BitSet indexed, Place place) implements Pred {
  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
