package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code falcoc test}. */
class TestCommandTest {
  private static final String RULES =
      """
      - rule: Shell of a web server
        desc: A web server started a shell.
        condition: evt.type = execve and proc.name = sh and proc.pname = nginx
        output: A web server started a shell (command=%proc.cmdline)
        priority: WARNING
      """;

  private static final String TESTS =
      """
      tests:
        - name: nginx starts a shell
          scenario:
            processes: [{pid: 200, exe: /usr/sbin/nginx}]
            steps: [{pid: 200, spawn: {pid: 201, exe: /bin/sh, args: [-c, id]}}]
          expect: [{rule: Shell of a web server}]
        - name: cron may start one
          scenario:
            processes: [{pid: 100, exe: /usr/sbin/cron}]
            steps: [{pid: 100, spawn: {pid: 101, exe: /bin/sh, args: [-c, date]}}]
          expect: []
      """;

  @TempDir private Path dir;
  private Path rules;
  private Path tests;

  @BeforeEach
  void repository() throws IOException {
    rules = write("src/main/falco/shells.yaml", RULES);
    tests = write("src/test/falco/shells/shells.test.yaml", TESTS);
  }

  private Path write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static CommandRun test(Object... args) {
    String[] all = new String[args.length + 1];
    all[0] = "test";
    for (int i = 0; i < args.length; i++) {
      all[i + 1] = args[i].toString();
    }
    return CommandRun.falcoc(all);
  }

  @Test
  void findsRulesAndTestsOfARepository() {
    CommandRun run = test(dir);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("-- in shells.test.yaml")
        .endsWith("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0\n");
  }

  @Test
  void mistakesAreInTheReportsToo() throws IOException {
    Path reports = dir.resolve("reports");
    write("src/test/falco/shells/shells.test.yaml", TESTS.replace("{rule: Shell", "{rule: Shel"));
    assertThat(test("--report", reports, dir).code()).isEqualTo(ExitCode.INVALID);
    assertThat(reports.resolve("report.sarif")).content().contains("test-unknown-rule");
    write("src/main/falco/shells.yaml", RULES.replace("proc.pname", "proc.pnme"));
    assertThat(test("--report", reports, dir).code()).isEqualTo(ExitCode.INVALID);
    assertThat(reports.resolve("report.sarif")).content().contains("unknown-field");
  }

  @Test
  void findsTheRulesOfAFolderOfTestsAndOfOneFile() {
    assertThat(test(tests.getParent()).code()).isZero();
    assertThat(test(tests).code()).isZero();
  }

  @Test
  void takesOtherRules() throws IOException {
    Path other = write("other.yaml", RULES.replace("nginx", "httpd"));
    CommandRun run = test("-r", other, tests);
    assertThat(run.code()).isEqualTo(ExitCode.TESTS_FAILED);
    assertThat(run.out()).contains("FAILED  nginx starts a shell  (" + tests + ":2)");
  }

  @Test
  void runsTheCasesThatAreNamed() {
    assertThat(test("--test", "cron*", dir).out()).contains("Tests run: 1,");
    CommandRun none = test("--test", "ruby*", dir);
    assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).isEqualTo("error: no case has a name like ruby*\n");
  }

  @Test
  void writesReports() {
    Path reports = dir.resolve("reports");
    assertThat(test("--report", reports, dir).code()).isZero();
    assertThat(reports.resolve("junit/TEST-shells.shells.xml")).content().contains("cron may");
    assertThat(reports.resolve("report.json")).content().contains("src/test/falco/shells/shells");
  }

  @Test
  void tellsMistakesInRulesAndTestsApartFromFailures() throws IOException {
    write("src/main/falco/shells.yaml", RULES.replace("proc.name", "proc.nmae"));
    CommandRun wrongRules = test(dir);
    assertThat(wrongRules.code()).isEqualTo(ExitCode.INVALID);
    assertThat(wrongRules.err()).contains(rules + ":3:36").contains("did you mean `proc.name`?");

    write("src/test/falco/shells/shells.test.yaml", TESTS.replace("expect:", "expects:"));
    CommandRun wrongTests = test(dir);
    assertThat(wrongTests.code()).isEqualTo(ExitCode.INVALID);
    assertThat(wrongTests.err()).contains(tests + ":6:5").contains("did you mean `expect`?");
  }

  @Test
  void helps() {
    CommandRun run = test("--help");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("--report=DIR", "90%.", "4 tests failed");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertThat(test(dir.resolve("none")).err()).endsWith("none: no such file or directory\n");
    Path empty = Files.createDirectory(dir.resolve("empty"));
    assertThat(test(empty).err()).startsWith("error: no *.test.yaml below ");
    assertThat(test(empty).code()).isEqualTo(ExitCode.USAGE);
    Files.delete(rules);
    Files.delete(rules.getParent());
    CommandRun run = test(dir);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("error: no rules for ").contains("-r PATH");
  }

  @Test
  void coverageListsWhatNoCaseShows() {
    CommandRun run = test("--coverage-minimum", "90%", dir);
    assertThat(run.code()).isEqualTo(ExitCode.TESTS_FAILED);
    assertThat(run.out())
        .contains("Coverage: 83.3 % (5 of 6 sides of checks)")
        .contains("coverage of all rules is 83.3 % (5 of 6 sides of checks), less than the minimum")
        .contains("  src/main/falco/shells.yaml:3:36  never false: proc.name = sh");
    assertThat(test("--coverage", dir).code()).isZero();
    assertThat(test("--coverage-minimum", "high", dir).err())
        .contains("--coverage-minimum: 'high' is no minimum: write a ratio such as 0.8, or 80%");
  }

  @Test
  void mutantsThatNoCaseNoticesAreShownWithTheirLines() {
    CommandRun run =
        CommandRun.falcoc("mutate", "--minimum", "0.99", "--report", dir + "/out", dir.toString());
    assertThat(run.code()).isEqualTo(ExitCode.TESTS_FAILED);
    assertThat(run.out())
        .contains(
            "src/main/falco/shells.yaml:3:36: rule \"Shell of a web server\","
                + " `proc.name = sh` removed [remove-term]: no case notices")
        .contains("    -  condition: evt.type = execve and proc.name = sh and proc.pname = nginx")
        .contains("    +  condition: evt.type = execve and proc.pname = nginx");
    assertThat(dir.resolve("out/mutation.json")).content().contains("\"survived_mutants\"");
  }
}
