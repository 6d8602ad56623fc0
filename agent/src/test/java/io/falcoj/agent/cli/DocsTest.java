package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsTest {
  @TempDir private Path dir;
  @TempDir private Path elsewhere;

  @BeforeEach
  void repository() throws IOException {
    Path rules = Files.createDirectories(dir.resolve("src/main/falco"));
    Path tests = Files.createDirectories(dir.resolve("src/test/falco"));
    Files.writeString(
        rules.resolve("shells.yaml"),
        "- rule: Shell\n  desc: d\n  condition: evt.type = execve and proc.name = sh\n"
            + "  output: o\n  priority: INFO\n");
    Files.writeString(
        tests.resolve("shell.test.yaml"),
        "tests:\n  - name: cron starts a shell\n    scenario:\n"
            + "      processes: [{pid: 100, exe: /usr/sbin/cron}]\n"
            + "      steps: [{pid: 100, spawn: {pid: 101, exe: /bin/sh}}]\n"
            + "    expect: [{rule: Shell}]\n");
  }

  @Test
  void writesPagesOnceAndSaysWhichWouldChange() throws IOException {
    Path pages = dir.resolve("docs");
    CommandRun check = CommandRun.falcoc("docs", dir.toString(), "--check", "-o", pages.toString());
    assertThat(check.code()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(check.out()).isEqualTo("index.md\nnavigator.json\nshell.md\n");
    assertThat(pages).doesNotExist();

    CommandRun run = CommandRun.falcoc("docs", dir.toString(), "-o", pages.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo("3 files in " + pages + ", 3 of them changed\n");
    assertThat(pages.resolve("shell.md")).content().contains("- cron starts a shell\n");
    assertThat(CommandRun.falcoc("docs", dir.toString(), "--check", "-o", pages.toString()).code())
        .isZero();
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    String out = dir.resolve("docs").toString();
    CommandRun none = CommandRun.falcoc("docs", elsewhere.toString(), "-o", out);
    assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("no rules: name them with -r");

    Files.writeString(dir.resolve("src/test/falco/shell.test.yaml"), "tests: [{nmae: x}]\n");
    CommandRun test = CommandRun.falcoc("docs", dir.toString(), "-o", out);
    assertThat(test.code()).isEqualTo(ExitCode.INVALID);
    assertThat(test.err()).contains("test-unknown-key");

    Files.writeString(dir.resolve("src/main/falco/shells.yaml"), "- rule: Shell\n");
    CommandRun rules = CommandRun.falcoc("docs", dir.toString(), "-o", out);
    assertThat(rules.code()).isEqualTo(ExitCode.INVALID);
    assertThat(rules.err()).contains("shells.yaml").doesNotContain("fault of the program");
  }
}
