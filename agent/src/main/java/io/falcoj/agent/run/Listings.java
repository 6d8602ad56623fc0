package io.falcoj.agent.run;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.rules.RuleJson;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldClass;
import io.falcoj.runtime.schema.FieldDef;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be asked for without judging events: fields, event types, rules. */
public final class Listings {
  private Listings() {}

  /**
   * Fields by class, one a line: name, type, description.
   *
   * @param source event source; empty for all
   */
  public static void fields(String source, PrintStream out) throws CommandException {
    if (!source.isEmpty() && !EventSources.all().contains(source)) {
      throw new CommandException(
          ExitCode.USAGE,
          "no event source `%s`; there are %s"
              .formatted(source, String.join(", ", EventSources.all())));
    }
    for (FieldClass group : FieldClass.values()) {
      Set<String> lines = new LinkedHashSet<>();
      for (FieldDef field : FieldCatalog.standard().all()) {
        if (field.fieldClass() == group && field.isListed()) {
          lines.add("  %-34s %-10s %s".formatted(field.usage(), field.type(), field.description()));
        }
      }
      if (!lines.isEmpty() && (source.isEmpty() || group.in(source))) {
        out.println(group.label() + " (" + sources(group) + ")");
        lines.forEach(out::println);
        out.println();
      }
    }
  }

  /** Event types, one a line: direction, name, parameters. */
  public static void events(PrintStream out) {
    for (EventType type : EventTable.standard().all()) {
      if (type.has(EventType.Flag.UNUSED) || type.has(EventType.Flag.OLD_VERSION)) {
        continue;
      }
      String params =
          type.params().stream()
              .map(p -> p.type() + " " + p.name())
              .collect(Collectors.joining(", "));
      out.println((type.enter() ? "> " : "< ") + type.name() + "(" + params + ")");
    }
  }

  /** Rules in the order in which they judge. */
  public static void rules(List<Bundle> bundles, boolean json, PrintStream out) {
    for (Bundle bundle : bundles) {
      for (RuleInfo rule : bundle.rules()) {
        if (json) {
          out.println(RuleJson.line(rule));
        } else {
          out.println(
              "%-13s %-10s %s%s"
                  .formatted(
                      rule.priority(),
                      rule.source(),
                      rule.name(),
                      rule.enabled() ? "" : " (disabled)"));
        }
      }
    }
  }

  private static String sources(FieldClass group) {
    return EventSources.all().stream().filter(group::in).collect(Collectors.joining(", "));
  }
}
