package io.falcoj.compiler.language;

import io.falcoj.compiler.bundle.BundleContent;
import io.falcoj.compiler.bundle.BundleWriter;
import io.falcoj.compiler.bundle.RuleInfos;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.codegen.RuleSetGenerator;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.opt.Passes;
import io.falcoj.compiler.plan.Planner;
import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.pushdown.PushdownPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rules in the three ways of running them. */
final class Engines {
  private final TypedRules rules;
  private final String source;
  private final @Nullable CompiledRuleSet compiled;
  private final @Nullable CompiledRuleSet plain;

  Engines(TypedRules rules, String source) throws BundleException {
    this.rules = rules;
    this.source = source;
    this.compiled = load(Passes.standard());
    this.plain = load(Passes.none());
  }

  private @Nullable CompiledRuleSet load(Passes passes) throws BundleException {
    byte[] jar =
        BundleWriter.write(
            new BundleContent(
                "case",
                "0",
                "0.0.0",
                List.of(),
                RuleInfos.of(rules),
                RuleSetGenerator.generate(Planner.plan(passes.apply(rules))),
                PushdownPlan.NONE,
                List.of()));
    return BundleLoader.load(jar, "case").ruleSet(source);
  }

  /** Names of the rules that match, by the way of running them. */
  Map<String, Set<String>> matches(MatchContext context) {
    Map<String, Set<String>> matches = new LinkedHashMap<>();
    matches.put("interpreter", interpreted(context));
    matches.put("bytecode", run(compiled, context));
    matches.put("bytecode without passes", run(plain, context));
    return matches;
  }

  private Set<String> interpreted(MatchContext context) {
    context.begin();
    IrInterpreter interpreter = new IrInterpreter();
    Set<String> matched = new TreeSet<>();
    for (TypedRule rule : rules.rules()) {
      if (rule.rule().source().equals(source) && interpreter.matches(rule, context)) {
        matched.add(rule.rule().name());
      }
    }
    return matched;
  }

  private Set<String> run(@Nullable CompiledRuleSet set, MatchContext context) {
    Set<String> matched = new TreeSet<>();
    if (set != null) {
      context.reserveMemo(set.memoSlots());
      context.begin();
      set.match(
          context,
          rule -> {
            matched.add(rules.rules().get(rule).rule().name());
            return true;
          });
    }
    return matched;
  }
}
