package io.falcoj.compiler.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.EventSources;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lists of transformers hold. */
class ListItemsTest {
  private static TreeSet<String> matching(String... conditions) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < conditions.length; i++) {
      yaml.append(FrontEnd.rule("r" + i, conditions[i], EventSources.SYSCALL));
    }
    TypedRules rules = FrontEnd.check(yaml.toString());
    Situation situation = new Situation(EventSources.SYSCALL);
    MatchContext ctx = situation.context();
    IrInterpreter interpreter = new IrInterpreter();
    TreeSet<String> matching = new TreeSet<>();
    situation.run(
        IntStream.range(0, 100).boxed().toList(),
        at ->
            rules.rules().stream()
                .filter(rule -> interpreter.matches(rule, ctx))
                .forEach(rule -> matching.add(rule.rule().name())));
    return matching;
  }

  @Test
  void numbersAreTheTextsThatTheyPrintAs() {
    assertThat(
            matching(
                "join(\",\", (proc.name, thread.tid, user.uid)) = \"nginx,300,33\"",
                "join(\"-\", (len(proc.name), \"x\")) = 5-x",
                "join(\"-\", (evt.is_io, \"x\")) = false-x",
                "join(\"-\", (evt.is_io, \"x\")) = 0-x"))
        .containsExactly("r0", "r1", "r2");
  }

  @Test
  void whatIsNeitherTextNorNumberIsRefused() {
    assertThat(
            FrontEnd.conditions(
                List.of("join(\",\", (fd.sip, \"x\")) = x", "join(\",\", (evt.buffer)) = x"),
                EventSources.SYSCALL))
        .isEmpty();
  }
}
