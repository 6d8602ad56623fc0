package io.falcoj.testkit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.testkit.diff.RuleChange.Aspect;
import io.falcoj.testkit.diff.RuleChange.Direction;
import io.falcoj.testkit.diff.RuleChange.Kind;
import io.falcoj.testkit.diff.render.DiffJson;
import io.falcoj.testkit.diff.render.DiffMarkdown;
import io.falcoj.testkit.diff.render.DiffText;
import io.falcoj.testkit.diff.version.RuleSetVersion;
import io.falcoj.testkit.diff.version.VersionReader;
import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.suite.Fixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetComparerTest {
  private static final String RULES =
      """
      - list: shells
        items: [sh, bash, dash]
      - macro: spawned
        condition: evt.type = execve
      - rule: Shell
        desc: A shell
        condition: spawned and proc.name in (shells)
        output: "%proc.name"
        priority: WARNING
        tags: [shell]
        exceptions:
          - name: by_cron
            fields: [proc.pname]
            comps: [=]
            values: [[anacron]]
      - rule: Any program
        desc: d
        condition: spawned and proc.name != foo
        output: "%proc.name"
        priority: INFO
      """;

  @TempDir private Path dir;

  private static List<NamedFixture> fixtures() {
    ScenarioBuilder scenario = Scenario.on("m");
    Actor cron = scenario.process(100, "/usr/sbin/cron");
    cron.fork(101).execve("/bin/dash", "-c", "id");
    cron.fork(102).execve("/bin/sh", "-c", "id");
    cron.fork(103).execve("/bin/foo");
    return List.of(new NamedFixture("cron", new Fixture.Told(scenario.build())));
  }

  private RuleSetVersion version(String name, String rules) throws Exception {
    Path file = Files.writeString(dir.resolve(name), rules);
    return VersionReader.read(file.toString());
  }

  private RuleSetDiff diff(String after) throws Exception {
    return RuleSetComparer.compare(
        version("before.yaml", RULES), version("after.yaml", after), fixtures());
  }

  private RuleSetDiff diff(String edited, String with) throws Exception {
    assertThat(RULES).contains(edited);
    return diff(RULES.replace(edited, with));
  }

  private static RuleChange only(RuleSetDiff diff) {
    assertThat(diff.changes()).hasSize(1);
    return diff.changes().get(0);
  }

  @Test
  void layoutCommentsAndPlacesAreNoDifference() throws Exception {
    String moved =
        "# what shells do\n\n"
            + RULES
                .replace("[sh, bash, dash]", "[sh,   dash, bash]  # sorted")
                .replace("desc: A shell", "desc: >\n    A\n    shell")
                .replace(
                    "condition: spawned and proc.name in (shells)",
                    "condition: >\n    spawned\n    and   proc.name in (shells)");
    RuleSetDiff diff = diff(moved);
    assertThat(diff.changes()).isEmpty();
    assertThat(diff.unchanged()).isEqualTo(2);
    assertThat(DiffText.render(diff)).contains("no rule differs, 2 as before; 1 fixture replayed");
  }

  @Test
  void theSameConditionInOtherWordsIsNoDifference() throws Exception {
    assertThat(diff("and proc.name in (shells)", "and proc.name in (bash, sh, dash)").changes())
        .isEmpty();
    assertThat(diff("proc.name != foo", "not proc.name = foo and proc.name exists").changes())
        .isEmpty();
  }

  @Test
  void aListItemThatGoesNarrowsTheRulesThatUseIt() throws Exception {
    RuleChange change = only(diff("bash, dash]", "bash]"));
    assertThat(change.rule()).isEqualTo("Shell");
    RuleChange.ConditionChange condition = Objects.requireNonNull(change.condition());
    assertThat(condition.direction()).isEqualTo(Direction.NARROWED);
    assertThat(condition.proved()).isTrue();
    assertThat(condition.causes()).singleElement().asString().contains("`shells`", ":1", "-dash");
    assertThat(condition.gained().isEmpty()).isTrue();
    assertThat(condition.lost().count()).isEqualTo(1);
    Witnesses.Witness witness = condition.lost().first().get(0);
    assertThat(witness.fixture()).isEqualTo("cron");
    assertThat(witness.text()).startsWith("execve  dash -c id");
    assertThat(witness.reason()).contains("proc.name in (shells) is false, saw dash");
  }

  @Test
  void aMacroThatIsWidenedWidensEveryRuleThatUsesIt() throws Exception {
    RuleSetDiff diff = diff("= execve", "in (execve, clone)");
    assertThat(diff.changes()).extracting(RuleChange::rule).containsExactly("Shell", "Any program");
    for (RuleChange change : diff.changes()) {
      RuleChange.ConditionChange condition = Objects.requireNonNull(change.condition());
      assertThat(condition.direction()).isEqualTo(Direction.WIDENED);
      assertThat(condition.causes()).singleElement().asString().contains("macro `spawned`", ":3");
      assertThat(condition.lost().isEmpty()).isTrue();
    }
  }

  @Test
  void whatNoProofTellsTheFixturesShow() throws Exception {
    RuleChange.ConditionChange condition =
        Objects.requireNonNull(
            only(diff("proc.name != foo", "proc.cmdline glob *id*")).condition());
    assertThat(condition.proved()).isFalse();
    assertThat(condition.direction()).isEqualTo(Direction.CHANGED);
    condition =
        Objects.requireNonNull(
            only(diff("proc.name != foo", "proc.cmdline glob *-c*")).condition());
    assertThat(condition.lost().isEmpty()).isTrue();
  }

  @Test
  void rulesThatComeGoAndAreRenamed() throws Exception {
    String extra =
        RULES.replace("rule: Any program", "rule: Program")
            + """
            - rule: New
              desc: n
              condition: spawned and proc.name = foo
              output: o
              priority: INFO
            """;
    RuleSetDiff diff = diff(extra);
    assertThat(diff.changes())
        .extracting(RuleChange::kind, RuleChange::rule, RuleChange::formerly)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.RENAMED, "Program", "Any program"),
            org.assertj.core.groups.Tuple.tuple(Kind.ADDED, "New", null));
    assertThat(diff.changes().get(1).witnesses().count()).isEqualTo(1);
    RuleSetDiff back =
        RuleSetComparer.compare(version("a.yaml", extra), version("b.yaml", RULES), fixtures());
    assertThat(back.changes()).extracting(RuleChange::kind).contains(Kind.REMOVED);
  }

  @Test
  void everyOtherPartOfARule() throws Exception {
    String after =
        RULES
            .replace("priority: WARNING", "priority: NOTICE\n  enabled: false")
            .replace("output: \"%proc.name\"\n  priority: NOTICE", "output: x\n  priority: NOTICE")
            .replace("tags: [shell]", "tags: [shell, T1059]")
            .replace("desc: A shell", "desc: Shells")
            .replace("[[anacron]]", "[[anacron], [cron]]");
    RuleChange change = only(diff(after));
    assertThat(change.aspects())
        .extracting(Aspect::kind)
        .containsExactly(
            Aspect.Kind.ENABLED,
            Aspect.Kind.PRIORITY,
            Aspect.Kind.OUTPUT,
            Aspect.Kind.TAGS,
            Aspect.Kind.EXCEPTIONS,
            Aspect.Kind.DESCRIPTION);
    RuleChange.ConditionChange condition = Objects.requireNonNull(change.condition());
    assertThat(condition.direction()).isEqualTo(Direction.NARROWED);
    assertThat(condition.causes()).anyMatch(cause -> cause.contains("exception `by_cron`"));
    assertThat(condition.lost().count()).isEqualTo(2);
  }

  @Test
  void anEarlierRuleThatTakesEvents() throws Exception {
    String greedy =
        """
        - rule: Greedy
          desc: g
          condition: evt.type = execve and proc.pname = cron
          output: o
          priority: INFO
        """;
    RuleSetDiff diff = diff(RULES.replace("- rule: Shell", greedy + "- rule: Shell"));
    RuleChange shell =
        diff.changes().stream().filter(c -> c.rule().equals("Shell")).findFirst().orElseThrow();
    RuleChange.Shadowing shadowing = Objects.requireNonNull(shell.shadowing());
    assertThat(shadowing.by())
        .singleElement()
        .extracting(RuleChange.Taken::rule)
        .isEqualTo("Greedy");
    assertThat(shadowing.by().get(0).events().count()).isEqualTo(2);
    RuleSetDiff proved =
        diff(
            RULES.replace(
                "- rule: Shell", greedy.replace(" and proc.pname = cron", "") + "- rule: Shell"));
    assertThat(DiffText.render(proved)).contains("newly shadowed: rule \"Shell\" never fires");
  }

  @Test
  void bundlesAreComparedByTheirSourcesOrByWhatTheySee() throws Exception {
    Path rules = Files.writeString(dir.resolve("r.yaml"), RULES.replace("bash, dash]", "bash]"));
    for (boolean sources : new boolean[] {true, false}) {
      byte[] jar =
          Objects.requireNonNull(
              RuleCompiler.compile(
                      RuleFiles.read(List.of(rules)),
                      new CompilerOptions("b", "1", sources, Set.of("syscall")))
                  .bundle());
      Path file = Files.write(dir.resolve("b.jar"), jar);
      RuleSetDiff diff =
          RuleSetComparer.compare(
              version("before.yaml", RULES), VersionReader.read(file.toString()), fixtures());
      RuleChange.ConditionChange condition = Objects.requireNonNull(only(diff).condition());
      assertThat(condition.direction()).isEqualTo(Direction.NARROWED);
      assertThat(condition.proved()).isEqualTo(sources);
      assertThat(diff.notes()).hasSize(sources ? 0 : 1);
    }
  }

  @Test
  void damagedFixturesAreNamed() throws Exception {
    NamedFixture none = NamedFixture.recording(dir.resolve("none.scap"));
    RuleSetVersion rules = version("r.yaml", RULES);
    RuleSetDiff diff = RuleSetComparer.compare(rules, rules, List.of(none));
    assertThat(diff.complete()).isFalse();
    assertThat(diff.fixtures().get(0).damage()).contains("no such file");
  }

  @Test
  void answersAreTheSameEveryTime() throws Exception {
    RuleSetDiff diff = diff("bash, dash]", "bash]");
    RuleSetDiff again = diff("bash, dash]", "bash]");
    assertThat(DiffText.render(again)).isEqualTo(DiffText.render(diff));
    assertThat(DiffJson.render(again))
        .isEqualTo(DiffJson.render(diff))
        .contains("\"direction\" : \"narrowed\"");
    assertThat(DiffMarkdown.render(again))
        .isEqualTo(DiffMarkdown.render(diff))
        .contains("| Shell | narrowed | 1 | 0 |")
        .doesNotContain("`shells`")
        .contains("\\`shells\\`");
  }
}
