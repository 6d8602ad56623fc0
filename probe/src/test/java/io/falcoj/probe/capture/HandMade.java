package io.falcoj.probe.capture;

import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Node;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Filters that no compiler has made. */
final class HandMade {
  /** The start of a call, and a parameter of it that is a number. */
  private static final Map<String, Map.Entry<String, Integer>> STARTS =
      Map.of(
          "SYSCALL_OPEN_X", Map.entry("SYSCALL_OPEN_E", 1),
          "SYSCALL_OPENAT_2_X", Map.entry("SYSCALL_OPENAT_2_E", 0),
          "SYSCALL_OPENAT2_X", Map.entry("SYSCALL_OPENAT2_E", 0),
          "SOCKET_CONNECT_X", Map.entry("SOCKET_CONNECT_E", 0));

  private HandMade() {}

  /** Leaves out what the test holds for. */
  static Filter dropIf(Source source, Test test) {
    return new Filter(List.of(new Node(source, test, Filter.DROP, Filter.PASS)));
  }

  /** For that event; none of its starts is sent, since their ends would have to be. */
  static PushdownPlan plan(String event, Filter filter) {
    List<PushdownPlan.Decision> decisions = new ArrayList<>();
    decisions.add(decision(event, filter));
    Map.Entry<String, Integer> start = STARTS.get(event);
    if (start != null) {
      Node none =
          new Node(Source.number(start.getValue()), new Test.EqualTo(0), Filter.DROP, Filter.DROP);
      decisions.add(decision(start.getKey(), new Filter(List.of(none))));
    }
    return new PushdownPlan(decisions);
  }

  private static PushdownPlan.Decision decision(String event, Filter filter) {
    int code = EventTable.standard().byId(event).code();
    return new PushdownPlan.Decision(code, filter, List.of(), List.of());
  }

  /** Later ones take the place of those before. */
  static PushdownPlan plan(PushdownPlan... plans) {
    return new PushdownPlan(Arrays.stream(plans).flatMap(p -> p.decisions().stream()).toList());
  }

  static List<ByteSlice> texts(String... texts) {
    return Arrays.stream(texts).map(ByteSlice::of).toList();
  }
}
