package io.falcoj.testkit.mutation.mutator;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleVariants;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.SourceEdit;
import io.falcoj.testkit.mutation.source.Targets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each mutator makes of a rule file's text. */
class MutatorsTest {
  private static final String RULE =
      """
      - rule: r
        desc: d
        condition: %s
        output: o
        priority: INFO
      """;

  private static List<Mutant> mutants(String mutator, String text) {
    RuleVariants rules =
        RuleVariants.of(List.of(new SourceFile("r.yaml", text)), CompilerOptions.defaults());
    return Mutators.standard().mutate(Targets.of(rules, rule -> true)).stream()
        .filter(mutant -> mutant.mutator().equals(mutator))
        .toList();
  }

  private static List<String> conditions(String mutator, String condition) {
    List<String> changed = new ArrayList<>();
    for (Mutant mutant : mutants(mutator, RULE.formatted(condition))) {
      String text = SourceEdit.apply(RULE.formatted(condition), mutant.edits());
      changed.add(text.lines().toList().get(2).replace("  condition: ", ""));
    }
    return changed;
  }

  private static List<String> texts(String mutator, String before, String rest) {
    return mutants(mutator, before + rest).stream()
        .map(mutant -> SourceEdit.apply(before + rest, mutant.edits()).replace(rest, ""))
        .toList();
  }

  @Test
  void dropNot() {
    assertThat(conditions("drop-not", "not evt.num = 1 and not (evt.num = 2)"))
        .containsExactly("evt.num = 1 and not (evt.num = 2)", "not evt.num = 1 and (evt.num = 2)");
  }

  @Test
  void addNot() {
    assertThat(conditions("add-not", "evt.num = 1 or not proc.name exists"))
        .containsExactly("not evt.num = 1 or not proc.name exists");
  }

  @Test
  void swapConnective() {
    assertThat(
            conditions(
                "swap-and-or", "evt.num = 1 and (evt.num = 2 or evt.num = 3) and proc.name exists"))
        .containsExactly(
            "evt.num = 1 or (evt.num = 2 or evt.num = 3) or proc.name exists",
            "evt.num = 1 and (evt.num = 2 and evt.num = 3) and proc.name exists");
    assertThat(conditions("swap-and-or", "evt.num = 1 and(evt.num = 2)"))
        .containsExactly("evt.num = 1 or(evt.num = 2)");
  }

  @Test
  void removeTerm() {
    assertThat(
            conditions(
                "remove-term", "(evt.num = 1) and ((evt.num = 2 or evt.num = 3)) and evt.num = 4"))
        .containsExactly(
            "((evt.num = 2 or evt.num = 3)) and evt.num = 4",
            "(evt.num = 1) and evt.num = 4",
            "(evt.num = 1) and ((evt.num = 2 or evt.num = 3))",
            "(evt.num = 1) and ((evt.num = 3)) and evt.num = 4",
            "(evt.num = 1) and ((evt.num = 2)) and evt.num = 4");
  }

  @Test
  void changeOperator() {
    assertThat(conditions("change-operator", "evt.num == 1 and proc.name contains a"))
        .containsExactly(
            "evt.num != 1 and proc.name contains a", "evt.num == 1 and proc.name startswith a");
    assertThat(conditions("change-operator", "evt.num <= 1 or fd.num>3"))
        .containsExactly("evt.num < 1 or fd.num>3", "evt.num <= 1 or fd.num>=3");
  }

  @Test
  void moveBoundary() {
    assertThat(conditions("move-boundary", "fd.num >= 3 and proc.name = a3"))
        .containsExactly("fd.num >= 4 and proc.name = a3", "fd.num >= 2 and proc.name = a3");
  }

  @Test
  void widenText() {
    assertThat(conditions("widen-text", "fd.name startswith /etc/cron.d/ or fd.name endswith .key"))
        .containsExactly(
            "fd.name startswith /etc/ or fd.name endswith .key",
            "fd.name startswith /etc/cron.d/ or fd.name endswith key");
    assertThat(conditions("widen-text", "fd.name pmatch (/usr/bin, '/a b')"))
        .containsExactly("fd.name pmatch (/usr, '/a b')", "fd.name pmatch (/usr/bin, '/a ')");
  }

  @Test
  void removeItemOfACheck() {
    assertThat(conditions("remove-item", "proc.name in (a, \"b c\", d)"))
        .containsExactly(
            "proc.name in (\"b c\", d)", "proc.name in (a, d)", "proc.name in (a, \"b c\")");
  }

  @Test
  void removeItemOfAList() {
    String rule = RULE.formatted("proc.name in (l)");
    assertThat(texts("remove-item", "- list: l\n  items: [a, b]\n", rule))
        .containsExactly("- list: l\n  items: [b]\n", "- list: l\n  items: [a]\n");
    assertThat(texts("remove-item", "- list: l\n  items:\n  - a # one\n  - b\n", rule))
        .containsExactly("- list: l\n  items:\n  - b\n", "- list: l\n  items:\n  - a # one\n");
    assertThat(texts("remove-item", "- list: l\n  items:\n  - a\n", rule))
        .containsExactly("- list: l\n  items:\n   []\n");
  }

  @Test
  void removeRowAndException() {
    String rule = RULE.formatted("evt.num > 0");
    String exceptions =
        "  exceptions:\n  - name: e\n    fields: [proc.name, evt.num]\n    comps: [=, =]\n    values:\n";
    String one = "    - [a, 1]\n";
    String two = "    - [b, 2]\n";
    assertThat(mutants("remove-row", rule + exceptions + one + two))
        .extracting(m -> SourceEdit.apply(rule + exceptions + one + two, m.edits()))
        .containsExactly(rule + exceptions + two, rule + exceptions + one);
    assertThat(mutants("remove-exception", rule + exceptions + one + two))
        .extracting(m -> SourceEdit.apply(rule + exceptions + one + two, m.edits()))
        .containsExactly(rule + exceptions + "     []\n");
    assertThat(mutants("remove-exception", rule + exceptions + one)).isEmpty();
  }

  @Test
  void whatTheFileSpellsOtherwiseIsLeftAlone() {
    String text = RULE.formatted("\"proc.name = \\\"a b\\\" and evt.num = 1\"");
    assertThat(mutants("remove-term", text))
        .extracting(Mutant::description)
        .containsExactly("`evt.num = 1` removed");
  }

  @Test
  void anAppendedFragmentIsChangedInItsOwnFile() {
    String text =
        RULE.formatted("evt.num = 1") + "- rule: r\n  append: true\n  condition: and evt.num = 2\n";
    assertThat(mutants("swap-and-or", text))
        .singleElement()
        .satisfies(
            mutant ->
                assertThat(SourceEdit.apply(text, mutant.edits()))
                    .endsWith("condition: or evt.num = 2\n"));
  }
}
