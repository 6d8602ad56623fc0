package io.falcoj.compiler.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.equivalence.Batch.Difference;
import io.falcoj.compiler.equivalence.Conditions.Rules;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.schema.EventSources;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random rules over random events: walking the typed tree, bytecode, bytecode without optimisation
 * passes and the whole explanation give one verdict. A failure is made small and printed as a
 * conformance case.
 */
class EquivalenceTest {
  private static final int RULES = 200;
  private static final int EVENTS = 100;

  /** Conditions are counted that were compared on so many. */
  private static final int LEAST_EVENTS = 50;

  private static long conditions;
  private static long pairs;
  private static long matched;
  private static long explainNanos;

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void interpreterAndBytecodeAgreeOnSystemCalls(
      @ForAll("syscallRules") Rules rules, @ForAll("events") List<Integer> events)
      throws BundleException {
    compare(rules, events);
  }

  @Property(tries = 8, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void interpreterAndBytecodeAgreeOnAuditEvents(
      @ForAll("auditRules") Rules rules, @ForAll("events") List<Integer> events)
      throws BundleException {
    compare(rules, events);
  }

  @Provide
  Arbitrary<Rules> syscallRules() {
    return Conditions.rules(EventSources.SYSCALL, RULES);
  }

  @Provide
  Arbitrary<Rules> auditRules() {
    return Conditions.rules(EventSources.K8S_AUDIT, RULES);
  }

  @Provide
  Arbitrary<List<Integer>> events() {
    return Conditions.events(EVENTS);
  }

  private static void compare(Rules rules, List<Integer> events) throws BundleException {
    List<Difference> differences = differences(rules, events);
    assertThat(
            differences.stream()
                .limit(1)
                .map(d -> Reduction.of(rules, events, d, EquivalenceTest::differences)))
        .isEmpty();
  }

  private static List<Difference> differences(Rules rules, List<Integer> events)
      throws BundleException {
    CheckedRules checked = FrontEnd.checked(rules.yaml(), new Diagnostics());
    TypedRules typed = checked.typed();
    if (typed.rules().isEmpty()) {
      return List.of();
    }
    Batch batch = new Batch(rules.source(), checked);
    List<Difference> differences = batch.run(events);
    conditions += events.size() >= LEAST_EVENTS ? typed.rules().size() : 0;
    pairs += (long) typed.rules().size() * events.size();
    matched += batch.matched();
    explainNanos += batch.explainNanos();
    return differences;
  }

  @AfterContainer
  static void enoughWasCompared() {
    System.out.printf(
        "%d conditions compared on %d events or more; %d pairs, of which %d match%n",
        conditions, LEAST_EVENTS, pairs, matched);
    assertThat(conditions).isGreaterThan(2_000);
    assertThat(pairs).isGreaterThan(100_000);
    System.out.printf(
        "%d pairs explained, %d ms for 100,000%n",
        pairs, explainNanos / pairs * 100_000 / 1_000_000);
    assertThat(matched).isBetween(pairs / 20, pairs - pairs / 20);
  }
}
