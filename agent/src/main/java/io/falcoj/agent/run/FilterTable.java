package io.falcoj.agent.run;

import io.falcoj.agent.sources.KernelFilters;
import io.falcoj.runtime.pushdown.PushdownPlan.Decision;
import io.falcoj.runtime.pushdown.PushdownPlan.Need;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/** What the kernel leaves out, for people. */
public final class FilterTable {
  private FilterTable() {}

  /** Prints one paragraph for each system call of which events can be left out. */
  public static void print(KernelFilters filters, PrintStream out) {
    if (!filters.off().isEmpty()) {
      out.println("Nothing is left out in the kernel: " + filters.off() + ".");
      return;
    }
    out.println("An event is sent only if a line below its call holds. The line that costs most");
    out.println("stands first; * marks what later events show. All other calls are sent always.");
    for (Decision decision : filters.plan().decisions()) {
      EventType type = EventTable.standard().all().get(decision.event());
      if (!type.enter()) {
        print(type, decision, out);
      }
    }
  }

  private static void print(EventType type, Decision decision, PrintStream out) {
    out.println();
    boolean filtered = decision.filter() != null;
    out.println(type.name() + (filtered ? "" : "    sent always"));
    decision.reasons().forEach(reason -> out.println("    because " + reason));
    List<Need> needs =
        decision.needs().stream().sorted(Comparator.comparingInt(FilterTable::rank)).toList();
    boolean first = true;
    for (Need need : needs) {
      out.printf(
          "  %s %-44s %s%s%n",
          need.later() ? "*" : " ",
          need.rule(),
          need.condition(),
          first && needs.size() > 1 ? "   <- widens it most" : "");
      first = false;
    }
    if (filtered) {
      switch (type.name()) {
        case "open", "openat", "openat2", "creat" ->
            out.println(
                "    the state                                    it succeeds and opens a directory or a file without a name");
        case "connect" ->
            out.println(
                "    the state                                    the socket is neither unix nor IPv4 nor IPv6");
        default -> {}
      }
    }
  }

  /** By how little a condition asks for: nothing, no name, the begin or end of one, names. */
  private static int rank(Need need) {
    if (need.all()) {
      return 0;
    }
    String condition = need.condition();
    boolean named = condition.contains(" begins with ") || condition.contains(" ends with ");
    if (named || condition.contains("is not plain")) {
      return 2;
    }
    return condition.contains("name is ") ? 3 : 1;
  }
}
