package io.falcoj.compiler.plan;

import java.util.List;

/** One plan per event source that has rules, in the order of first appearance. */
public record MatchPlan(List<SourcePlan> sources) {
  public MatchPlan {
    sources = List.copyOf(sources);
  }
}
