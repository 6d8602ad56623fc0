package io.falcoj.compiler.bundle;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.schema.EventTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the bundle says about its rules. */
public final class RuleInfos {
  private RuleInfos() {}

  public static List<RuleInfo> of(TypedRules rules) {
    List<RuleInfo> infos = new ArrayList<>();
    for (TypedRule rule : rules.rules()) {
      infos.add(info(rule, infos.size()));
    }
    return infos;
  }

  private static RuleInfo info(TypedRule typed, int index) {
    RuleDef rule = typed.rule();
    SourceSpan span = rule.span();
    return new RuleInfo(
        index,
        rule.name(),
        rule.description(),
        rule.priority().label(),
        rule.source(),
        List.copyOf(new TreeSet<>(rule.tags())),
        typed.output(),
        eventTypes(typed.eventCodes()),
        List.copyOf(typed.fields()),
        span.file().name(),
        span.file().lines().line(span.start()),
        rule.enabled(),
        rule.capture(),
        rule.captureDurationMillis());
  }

  private static List<String> eventTypes(BitSet codes) {
    EventTable table = EventTable.standard();
    if (codes.cardinality() >= table.size()) {
      return List.of();
    }
    Set<String> names = new TreeSet<>();
    codes.stream().forEach(code -> names.add(table.all().get(code).name()));
    return List.copyOf(names);
  }
}
