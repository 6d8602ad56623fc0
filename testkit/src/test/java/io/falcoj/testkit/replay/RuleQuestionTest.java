package io.falcoj.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.suite.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleQuestionTest {
  private static final String RULES =
      """
      - rule: Shell of a web server
        desc: A web server started a shell.
        condition: evt.type = execve and proc.name = sh and proc.pname = nginx
        output: A web server started a shell
        priority: WARNING
      """;

  @TempDir private Path dir;

  @BeforeEach
  void rules() throws IOException {
    Files.writeString(dir.resolve("rules.yaml"), RULES);
  }

  private static NamedFixture cron() {
    ScenarioBuilder host = Scenario.on("host");
    Actor cron = host.process(100, "/usr/sbin/cron");
    cron.fork(101).execve("/bin/sh", "-c", "date");
    return new NamedFixture("cron", new Fixture.Told(host.build()));
  }

  private String ask(String rule, long event) throws Exception {
    return answer(rule, event).text();
  }

  private RuleAnswer answer(String rule, long event) throws Exception {
    return RuleQuestion.about(RuleFiles.read(List.of(dir)), rule).ask(cron(), event, warning -> {});
  }

  @Test
  void findsTheEventThatSaysMost() throws Exception {
    assertThat(ask("Shell of a web server", 0)).contains("> false  proc.pname = nginx", "cron");
  }

  @Test
  void looksAtOneEvent() throws Exception {
    assertThat(ask("Shell of a web server", 3)).contains("> false  proc.pname = nginx");
    assertThatThrownBy(() -> ask("Shell of a web server", 99))
        .isInstanceOf(QuestionException.class)
        .hasMessageStartingWith("no event 99 in cron: the last one is ");
  }

  @Test
  void suggestsTheRuleThatWasMeant() {
    assertThatThrownBy(() -> ask("Shell of a webserver", 0))
        .isInstanceOf(QuestionException.class)
        .hasMessage("no rule \"Shell of a webserver\"; did you mean `Shell of a web server`?");
  }

  @Test
  void showsWhatIsWrongWithTheRules() throws IOException {
    Files.writeString(dir.resolve("rules.yaml"), RULES.replace("proc.name", "proc.nmae"));
    assertThatThrownBy(() -> ask("Shell of a web server", 0))
        .isInstanceOf(RulesException.class)
        .hasMessageContaining("rules.yaml:3:36");
  }

  @Test
  void saysWhatIsWrongWithTheRuleItself() throws Exception {
    Files.writeString(
        dir.resolve("more.yaml"),
        """
        - rule: Of tomorrow
          desc: d
          condition: evt.type = open and proc.mood = good
          output: o
          priority: INFO
          skip-if-unknown-filter: true
        """);
    assertThatThrownBy(() -> ask("Of tomorrow", 0))
        .isInstanceOf(QuestionException.class)
        .hasMessageStartingWith("rule \"Of tomorrow\" is left out\n")
        .hasMessageContaining("proc.mood")
        .hasMessageContaining("more.yaml:3:");
  }

  @Test
  void answersForProgramsToo() throws Exception {
    assertThat(answer("Shell of a web server", 0).json()).startsWith("{").endsWith("}\n");
  }

  @Test
  void saysThatEventsCannotBeRead() throws Exception {
    NamedFixture none = NamedFixture.recording(dir.resolve("none.scap"));
    RuleQuestion about = RuleQuestion.about(RuleFiles.read(List.of(dir)), "Shell of a web server");
    assertThatThrownBy(() -> about.ask(none, 0, warning -> {}))
        .isInstanceOf(QuestionException.class)
        .hasMessageContaining("none.scap");
  }
}
