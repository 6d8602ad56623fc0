package io.falcoj.compiler.ir;

import io.falcoj.compiler.source.SourceSpan;

/**
 * Where a predicate stands. No part of what it means: places are all equal, so that predicates
 * written twice are equal too.
 */
public record Place(SourceSpan span) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Place;
  }

  @Override
  public int hashCode() {
    return 1;
  }
}
