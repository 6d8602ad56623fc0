package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.agent.console.ExitCode;
import io.falcoj.agent.sources.LiveProbe;
import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RunListener;
import io.falcoj.testkit.run.RunOptions;
import io.falcoj.testkit.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code falcoc record --live}: what a command does becomes a test that passes. */
class RecordLiveTest {
  private static final String RULES =
      """
      - rule: Secret looked for
        desc: d
        condition: evt.type = openat and fd.name = /nowhere/secret
        output: "%proc.name %fd.name"
        priority: WARNING
      """;

  @TempDir private Path dir;
  private Path test = Path.of("");

  @BeforeEach
  void files() throws IOException {
    Files.writeString(dir.resolve("rules.yaml"), RULES);
    test = dir.resolve("tests/secret.test.yaml");
  }

  private void falcoRun(String script) throws IOException {
    Path program = dir.resolve("bin/falco-run");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private CommandRun record(String... more) {
    List<String> args = new ArrayList<>(List.of("record", "--live"));
    args.addAll(List.of("-r", dir.resolve("rules.yaml").toString(), "-o", test.toString()));
    args.addAll(List.of(more));
    return CommandRun.falcocIn(dir, args.toArray(String[]::new));
  }

  private void needsTheKernel() throws IOException {
    String obstacle = LiveProbe.obstacle();
    if (obstacle != null && "1".equals(System.getenv("FALCOJ_REQUIRE_BPF"))) {
      Assertions.fail("FALCOJ_REQUIRE_BPF is set, but " + obstacle);
    }
    assumeTrue(obstacle == null, () -> "skipped: " + obstacle);
    falcoRun(
        "exec '%s/bin/java' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\""
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                FalcoRun.class.getName()));
  }

  private void assertTestPasses() throws Exception {
    RunResult result =
        new RuleTestRunner(RunOptions.of(List.of())).runAll(test.getParent(), new RunListener() {});
    assertThat(result.cases()).hasSize(1);
    assertThat(result.passed()).isTrue();
  }

  @Test
  void whatACommandDoesBecomesATest() throws Exception {
    needsTheKernel();
    // Another program does the same meanwhile: it is none of the test's business.
    Process other =
        new ProcessBuilder("/bin/sh", "-c", "while :; do cat /nowhere/secret; done")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    CommandRun run;
    try {
      run = record("--", "/bin/sh", "-c", "(cat /nowhere/secret; cat /nowhere/secret) 2>&-; true");
    } finally {
      other.destroyForcibly();
    }
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("expects \"Secret looked for\" 2 times");
    assertTestPasses();
  }

  @Test
  void aRuleSaysWhatOfIt() throws Exception {
    needsTheKernel();
    CommandRun run =
        record("--rule", "Secret looked for", "--", "/bin/sh", "-c", "cat /nowhere/secret 2>&-");
    assertThat(run.out()).contains("1 event matches").contains("\"Secret looked for\" once");
    assertThat(run.code()).isZero();
    assertTestPasses();
  }

  @Test
  void aMachineThatCannotBeRecorded() throws Exception {
    falcoRun("echo 'error: the probe: no rights' >&2; exit 3");
    CommandRun run = record("--", "/bin/true");
    assertThat(run.err())
        .isEqualTo("error: falco-run cannot record this machine: the probe: no rights\n");
    assertThat(run.code()).isEqualTo(ExitCode.SOURCE);
    assertThat(test).doesNotExist();
  }

  @Test
  void aCommandThatIsNotThere() throws Exception {
    falcoRun("echo 'watching the system calls of this machine' >&2; exec sleep 600");
    CommandRun run = record("--", "/nowhere/command");
    assertThat(run.err()).contains("/nowhere/command: cannot be started");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }
}
