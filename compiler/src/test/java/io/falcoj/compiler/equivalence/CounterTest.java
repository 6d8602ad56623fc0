package io.falcoj.compiler.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.schema.EventSources;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The one field that changes by being read is read as often by generated code as by the
 * interpreter: nothing is asked for several rules at once, for several values one by one, or left
 * out for events of another type.
 */
class CounterTest {
  private static final List<Integer> EVENTS = IntStream.range(0, 200).boxed().toList();

  /** Tells at every event how often the rules before have read. */
  private static final String PROBE =
      IntStream.range(1, 500)
          .mapToObj(i -> Integer.toString(3 * i))
          .collect(Collectors.joining(", ", "util.cnt in (", ")"));

  /** Conditions of rules, in load order. */
  private static final List<List<String>> SETS =
      List.of(
          List.of("util.cnt != anyof (1, 2)"),
          List.of("util.cnt = allof (7, 8)"),
          List.of("util.cnt = oneof (7, 8, 9)"),
          List.of(
              "evt.num > 3 and (util.cnt > 90 or proc.name = nginx)",
              "evt.num > 5 and (util.cnt > 90 or proc.name = nginx)"),
          List.of("util.cnt exists", "util.cnt exists"),
          List.of("len(proc.name) < val(util.cnt)", "len(proc.name) < val(util.cnt)"),
          List.of(
              "util.cnt > 30 and syscall.type = openat",
              "util.cnt > 30 and evt.type.is.open = 1",
              "util.cnt > 30 and evt.type in (open, openat)",
              "util.cnt > 30 and evt.type != close",
              "util.cnt > 30 and not evt.type = close",
              "(util.cnt > 30 or proc.name = nginx) and evt.type = execve"));

  @TestFactory
  List<DynamicTest> allWaysOfRunningRulesReadItAsOften() {
    return SETS.stream()
        .map(rules -> DynamicTest.dynamicTest(rules.toString(), () -> assertEqual(rules)))
        .toList();
  }

  private static void assertEqual(List<String> conditions) throws BundleException {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      yaml.append(FrontEnd.rule("r" + i, conditions.get(i), EventSources.SYSCALL));
    }
    yaml.append(FrontEnd.rule("probe", PROBE, EventSources.SYSCALL));
    Diagnostics diags = new Diagnostics();
    CheckedRules checked = FrontEnd.checked(yaml.toString(), diags);
    assertThat(checked.typed().rules())
        .as(() -> diags.reported().toString())
        .hasSize(conditions.size() + 1);
    Batch batch = new Batch(EventSources.SYSCALL, checked, 0);
    assertThat(batch.run(EVENTS).stream().map(d -> d.rule().rule().name() + " " + d.verdicts()))
        .isEmpty();
  }
}
