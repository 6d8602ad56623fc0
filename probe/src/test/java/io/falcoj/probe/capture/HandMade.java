package io.falcoj.probe.capture;

import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Node;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.value.ByteSlice;
import java.util.Arrays;
import java.util.List;

/** Filters that no compiler has made. */
final class HandMade {
  private HandMade() {}

  /** Leaves out what the test holds for. */
  static Filter dropIf(Source source, Test test) {
    return new Filter(List.of(new Node(source, test, Filter.DROP, Filter.PASS)));
  }

  static PushdownPlan plan(String event, Filter filter) {
    int code = EventTable.standard().byId(event).code();
    return new PushdownPlan(List.of(new PushdownPlan.Decision(code, filter, List.of(), List.of())));
  }

  static List<ByteSlice> texts(String... texts) {
    return Arrays.stream(texts).map(ByteSlice::of).toList();
  }
}
