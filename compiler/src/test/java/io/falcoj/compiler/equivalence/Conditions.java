package io.falcoj.compiler.equivalence;

import io.falcoj.compiler.equivalence.Batch.Difference;
import io.falcoj.runtime.schema.EventSources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** Rule texts of one source for properties. */
final class Conditions {
  private static final int MACROS = 12;
  private static final List<String> LISTS = List.of("shells", "paths", "nothing");
  static final String LIST_TEXT =
      """
      - list: shells
        items: [bash, sh, "Hello World"]
      - list: paths
        items: [/etc, shells, /usr/bin/bash]
      - list: nothing
        items: []
      """;

  /** Macros, then rules. */
  record Rules(String source, List<String> macros, List<String> conditions) {
    String yaml() {
      StringBuilder yaml = new StringBuilder();
      for (int i = 0; i < macros.size(); i++) {
        yaml.append(FrontEnd.macro("m" + i, macros.get(i)));
      }
      for (int i = 0; i < conditions.size(); i++) {
        yaml.append(FrontEnd.rule("r" + i, conditions.get(i), source));
        yaml.append(exceptions(conditions.get(i)));
      }
      boolean usesLists = LISTS.stream().anyMatch(list -> yaml.indexOf(list) >= 0);
      return (usesLists ? LIST_TEXT : "") + yaml;
    }

    /** Exceptions of one field and of several, for some rules. */
    private String exceptions(String condition) {
      boolean audit = source.equals(EventSources.K8S_AUDIT);
      String name = audit ? "ka.verb" : "proc.name";
      String text = audit ? "ka.target.name" : "fd.name";
      return switch (Math.floorMod(condition.hashCode(), 6)) {
        case 0 ->
            "  exceptions: [{name: e, fields: %s, values: [bash, shells, get]}]\n".formatted(name);
        case 1 ->
            """
              exceptions:
                - {name: e, fields: [%s, %s], comps: [in, startswith], values: [[shells, /etc], [[get], c]]}
                - {name: f, fields: [%s], values: [[nginx]]}
            """
                .formatted(name, text, name);
        default -> "";
      };
    }

    /** A difference in the form of the conformance suite, the events as their bytes. */
    String conformanceCase(Difference difference, List<Integer> events) {
      int number = Integer.parseInt(difference.rule().rule().name().substring(1));
      StringBuilder text = new StringBuilder("\n- name: engines differ\n  rules: |\n");
      Rules only = new Rules(source, macros, conditions.subList(number, number + 1));
      only.yaml().lines().forEach(line -> text.append("    ").append(line).append('\n'));
      text.append("  events:\n");
      for (int i = 0; i <= difference.event(); i++) {
        boolean audit = source.equals(EventSources.K8S_AUDIT);
        byte[] bytes =
            audit ? RandomAudits.event(events.get(i), i) : RandomSyscalls.event(events.get(i), i);
        String shown =
            audit ? new String(bytes, StandardCharsets.UTF_8) : HexFormat.of().formatHex(bytes);
        text.append("    - '").append(shown).append("'\n");
      }
      return text.append("  expect: ").append(difference.verdicts()).append('\n').toString();
    }

    @Override
    public String toString() {
      return conditions.size() > 3
          ? source + ", " + macros.size() + " macros, " + conditions.size() + " rules"
          : yaml();
    }
  }

  private Conditions() {}

  static Arbitrary<Rules> rules(String source, int count) {
    Arbitrary<String> leaf = leaf(Language.of(source));
    Arbitrary<String> macro = tree(leaf, 1);
    List<Arbitrary<String>> leaves = new ArrayList<>(List.of(leaf, leaf, leaf));
    leaves.add(Arbitraries.integers().between(0, MACROS - 1).map(i -> "m" + i));
    Arbitrary<String> condition = tree(Arbitraries.oneOf(leaves), 3);
    if (source.equals("syscall")) {
      condition =
          Arbitraries.oneOf(
              condition,
              Combinators.combine(gate(), condition)
                  .as((gate, rest) -> gate + " and (" + rest + ")"));
    }
    return Combinators.combine(macro.list().ofSize(MACROS), several(condition, count / 2, count))
        .as((macros, conditions) -> new Rules(source, macros, conditions));
  }

  private static Arbitrary<String> gate() {
    return Arbitraries.of(
        "evt.type = openat",
        "evt.type in (execve, execveat)",
        "evt.type != read",
        "not evt.type in (read, write, connect)",
        "evt.type intersects (openat, accept4)",
        "syscall.type = setuid",
        "evt.dir = <",
        "(evt.type = container or evt.type = close)",
        "evt.type in (ptrace, setpgid, tgkill)",
        "evt.category = file");
  }

  private static Arbitrary<String> leaf(Language language) {
    return Combinators.combine(
            Arbitraries.integers().between(0, language.combinations().size() - 1),
            Arbitraries.integers().between(0, 100_000))
        .as(
            (combination, seed) ->
                language.check(language.combinations().get(combination), new Random(seed), LISTS));
  }

  private static Arbitrary<String> tree(Arbitrary<String> leaf, int depth) {
    return Arbitraries.recursive(() -> leaf, Conditions::above, 0, depth);
  }

  private static Arbitrary<String> above(Arbitrary<String> below) {
    Arbitrary<List<String>> operands = below.list().ofMinSize(1).ofMaxSize(4);
    return Arbitraries.oneOf(
        operands.map(o -> "(" + String.join(" and ", o) + ")"),
        operands.map(o -> "(" + String.join(" or ", o) + ")"),
        below.map(o -> "not (" + o + ")"));
  }

  /** Half as many up to that number. */
  static Arbitrary<List<Integer>> events(int count) {
    return several(Arbitraries.integers().between(0, 1_000_000), count / 2, count);
  }

  private static <T> Arbitrary<List<T>> several(Arbitrary<T> one, int atLeast, int atMost) {
    return one.list()
        .ofMinSize(atLeast)
        .ofMaxSize(atMost)
        .withSizeDistribution(RandomDistribution.uniform());
  }
}
