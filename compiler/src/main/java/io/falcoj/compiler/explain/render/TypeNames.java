package io.falcoj.compiler.explain.render;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sets of event types in words. */
final class TypeNames {
  private static final int MOST = 8;

  /** Types without a name of their own. */
  private static final String UNNAMED = "NA";

  private TypeNames() {}

  /** The types, or those that are not among them when these are fewer. */
  static String of(List<String> types) {
    Set<String> others =
        EventTable.standard().all().stream()
            .map(EventType::name)
            .filter(name -> !name.equals(UNNAMED) && !types.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    return others.size() < types.size() ? "all but " + join(others) : join(new TreeSet<>(types));
  }

  private static String join(Set<String> names) {
    String shown = names.stream().limit(MOST).collect(Collectors.joining(", "));
    int more = names.size() - MOST;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
