package io.falcoj.agent.sources;

import io.falcoj.agent.config.FalcoConfig;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.match.RuleSelection;
import io.falcoj.runtime.output.AppendOutput;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.schema.EventSources;
import java.util.List;
import java.util.Set;

/**
 * Which events the kernel leaves out, as the rules say and the run allows.
 *
 * @param plan what the rules say; empty when everything is sent
 * @param off why everything is sent; empty when the plan is used
 */
public record KernelFilters(PushdownPlan plan, String off) {
  /**
   * Chooses.
   *
   * @param recording whether every event is to be recorded
   */
  public static KernelFilters of(List<Bundle> bundles, FalcoConfig settings, boolean recording) {
    List<Bundle> judging = bundles.stream().filter(KernelFilters::judgesCalls).toList();
    String off = off(judging, settings, recording);
    return new KernelFilters(off.isEmpty() ? judging.get(0).pushdown() : PushdownPlan.NONE, off);
  }

  private static boolean judgesCalls(Bundle bundle) {
    return bundle.ruleSet(EventSources.SYSCALL) != null;
  }

  private static String off(List<Bundle> bundles, FalcoConfig settings, boolean recording) {
    if (!settings.probe().pushdown()) {
      return "`probe.pushdown` is off";
    }
    if (recording) {
      return "a recording is written, and it has every event";
    }
    if (settings.probe().repair() || !settings.probe().customSet().isEmpty()) {
      return "`base_syscalls` changes which events the state sees";
    }
    if (settings.appendOutput().stream().anyMatch(KernelFilters::addsFields)) {
      return "`append_output` shows more than the rules say";
    }
    if (bundles.size() != 1) {
      return "there are rules for system calls in " + bundles.size() + " bundles";
    }
    Bundle bundle = bundles.get(0);
    if (bundle.pushdown().equals(PushdownPlan.NONE)) {
      return "the bundle says nothing about it; compile it again";
    }
    for (RuleInfo rule : bundle.rules()) {
      if (!rule.enabled() && switchedOn(rule, settings.rules())) {
        return "the configuration switches rule \"" + rule.name() + "\" on";
      }
      if (rule.capture()) {
        return "rule \"" + rule.name() + "\" asks for a recording";
      }
    }
    return "";
  }

  private static boolean switchedOn(RuleInfo rule, List<RuleSelection> selections) {
    Set<String> tags = Set.copyOf(rule.tags());
    return selections.stream().anyMatch(s -> s.enable() && s.selects(rule.name(), tags));
  }

  private static boolean addsFields(AppendOutput append) {
    return !append.extraOutput().isEmpty()
        || !append.rawFields().isEmpty()
        || !append.formattedFields().isEmpty();
  }
}
