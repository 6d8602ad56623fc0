package io.falcoj.compiler.equivalence;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.bundle.BundleContent;
import io.falcoj.compiler.bundle.BundleWriter;
import io.falcoj.compiler.bundle.RuleInfos;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.codegen.GeneratedClasses;
import io.falcoj.compiler.codegen.RuleSetGenerator;
import io.falcoj.compiler.explain.Explainer;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.explain.RuleExplainer;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.opt.Passes;
import io.falcoj.compiler.plan.Planner;
import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.pushdown.PushdownPlan;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** Rules of one source in all the ways of running them. */
final class Batch {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final String source;
  private final TypedRules rules;
  private final GeneratedClasses optimised;
  private final GeneratedClasses plain;
  private final List<RuleExplainer> explainers;
  private long matched;
  private final int explainedEvents;
  private long explainNanos;

  /** A rule whose verdicts differ on an event of a row of events. */
  record Difference(
      TypedRule rule,
      int event,
      boolean interpreted,
      boolean compiled,
      boolean unoptimised,
      boolean explained) {
    String verdicts() {
      return "interpreter %b, bytecode %b, bytecode without passes %b, explanation %b"
          .formatted(interpreted, compiled, unoptimised, explained);
    }
  }

  /** Explains every pair. */
  Batch(String source, CheckedRules checked) {
    this(source, checked, Integer.MAX_VALUE);
  }

  /**
   * @param explainedEvents how many events of a row, the first ones, are explained as well
   */
  Batch(String source, CheckedRules checked, int explainedEvents) {
    this.explainedEvents = explainedEvents;
    this.source = source;
    this.rules = checked.typed();
    this.explainers = new Explainer(checked.parsed(), rules).all();
    this.optimised = RuleSetGenerator.generate(Planner.plan(Passes.standard().apply(rules)));
    this.plain = RuleSetGenerator.generate(Planner.plan(Passes.none().apply(rules)));
  }

  List<GeneratedClasses> classes() {
    return List.of(optimised, plain);
  }

  /** What differs, the first event of each rule. */
  List<Difference> run(List<Integer> events) throws BundleException {
    CompiledRuleSet compiled = load(optimised);
    CompiledRuleSet unoptimised = load(plain);
    IrInterpreter interpreter = new IrInterpreter();
    Situation situation = new Situation(source);
    MatchContext one = situation.context();
    MatchContext two = situation.context();
    MatchContext three = situation.context();
    MatchContext four = situation.context();
    two.reserveMemo(compiled.memoSlots());
    three.reserveMemo(unoptimised.memoSlots());
    List<Difference> differences = new ArrayList<>();
    BitSet reported = new BitSet();
    situation.run(
        events,
        at -> {
          BitSet second = matches(compiled, two);
          BitSet third = matches(unoptimised, three);
          BitSet fourth = at < explainedEvents ? explained(four) : second;
          for (int i = 0; i < rules.rules().size(); i++) {
            TypedRule rule = rules.rules().get(i);
            boolean first = interpreter.matches(rule, one);
            matched += first ? 1 : 0;
            boolean same =
                first == second.get(i) && first == third.get(i) && first == fourth.get(i);
            if (!same && !reported.get(i)) {
              reported.set(i);
              differences.add(
                  new Difference(rule, at, first, second.get(i), third.get(i), fourth.get(i)));
            }
          }
        });
    return differences;
  }

  /** Verdicts of whole explanations, with every value and item that they show. */
  private BitSet explained(MatchContext context) {
    BitSet matched = new BitSet();
    long begin = CPU.getCurrentThreadCpuTime();
    for (int i = 0; i < explainers.size(); i++) {
      Explanation explanation = explainers.get(i).explain(context);
      DecidingChecks.assertEnough(explanation);
      matched.set(i, explanation.matches());
    }
    explainNanos += CPU.getCurrentThreadCpuTime() - begin;
    return matched;
  }

  /** Time on the processor for explanations over all runs. */
  long explainNanos() {
    return explainNanos;
  }

  /** Matches over all runs. */
  long matched() {
    return matched;
  }

  private static BitSet matches(CompiledRuleSet rules, MatchContext context) {
    BitSet matched = new BitSet();
    rules.match(
        context,
        rule -> {
          matched.set(rule);
          return true;
        });
    return matched;
  }

  private CompiledRuleSet load(GeneratedClasses classes) throws BundleException {
    byte[] jar =
        BundleWriter.write(
            new BundleContent(
                "random",
                "0",
                "0.0.0",
                List.of(),
                RuleInfos.of(rules),
                classes,
                PushdownPlan.NONE,
                List.of()));
    return Objects.requireNonNull(BundleLoader.load(jar, "random").ruleSet(source));
  }
}
