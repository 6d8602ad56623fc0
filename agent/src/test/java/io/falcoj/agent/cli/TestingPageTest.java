package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.agent.console.ExitCode;
import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.scenario.scap.ScenarioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executes every {@code falcoc} command of {@code docs/testing-rules.md} in a repository such as
 * the page has in mind, and holds the output to what the page shows. Those of Maven are executed
 * where the plugin is.
 */
class TestingPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("falcoj.root"), "docs/testing-rules.md");

  private static final String VOCABULARY = "- list: shells\n  items: [bash, dash, sh]\n";

  private static final String RULES =
      """
      - macro: server_program
        condition: (proc.pname in (nginx, httpd))

      - rule: Shell started by a server program
        desc: A server program started a shell.
        condition: evt.type in (execve, execveat) and proc.name in (shells) and server_program
        output: A shell was started (command=%proc.cmdline parent=%proc.pname)
        priority: WARNING
        tags: [T1059]
      """;

  private static final String TESTS =
      """
      tests:
        - name: nginx starts a shell
          events: nginx-starts-dash.scap
          expect: [{rule: Shell started by a server program}]
        - name: cron may
          scenario:
            processes: [{pid: 100, exe: /usr/sbin/cron}]
            steps: [{pid: 100, spawn: {pid: 101, exe: /bin/sh, args: [-c, date]}}]
          expect: []
      """;

  @TempDir private Path dir;
  @TempDir private Path bin;

  @BeforeEach
  void repository() throws Exception {
    write("src/main/falco/vocabulary.yaml", VOCABULARY);
    write("src/main/falco/a.yaml", "- list: nothing\n  items: []\n");
    write("src/main/falco/shells.yaml", RULES);
    write("src/test/falco/captures/dash.test.yaml", TESTS);
    ScenarioWriter.write(started("/bin/dash"), captures().resolve("nginx-starts-dash.scap"));
    assertThat(
            shell("git init -q && git add -A && git -c user.name=n -c user.email=e commit -qm 1"))
        .isEmpty();
    write("rules/vocabulary.yaml", VOCABULARY);
    write("rules/x.yaml", RULES);
    write("tests/a.test.yaml", TESTS.replace("nginx", "../src/test/falco/captures/nginx"));
    shell("mkdir shop-rules && cp -r src shop-rules/");
    ScenarioWriter.write(started("/bin/sh", "/bin/bash"), dir.resolve("incident.scap.gz"));
    ScenarioWriter.write(started("/bin/sh"), dir.resolve("day.scap.gz"));
    Path falcoc = bin.resolve("falcoc");
    Files.writeString(
        falcoc,
        "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                Falcoc.class.getName()));
    Files.setPosixFilePermissions(falcoc, PosixFilePermissions.fromString("rwx------"));
  }

  private Path captures() {
    return dir.resolve("src/test/falco/captures");
  }

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Scenario started(String... shells) {
    ScenarioBuilder shop = Scenario.on("shop-1");
    Actor nginx = shop.process(812, "/usr/sbin/nginx");
    int pid = 2100;
    for (String shell : shells) {
      Actor child = nginx.fork(++pid);
      child.execve(shell, "-c", "id");
      child.openat("/etc/passwd", "O_RDONLY");
    }
    return shop.build();
  }

  /** Output and error output of a command that may end with one of these codes. */
  private String shell(String command, Integer... codes) throws Exception {
    Path output = bin.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
    String said = Files.readString(output);
    assertThat(process.exitValue())
        .as(command + "\n" + said)
        .isIn(codes.length == 0 ? List.of(0) : Arrays.asList(codes));
    return said;
  }

  @Test
  void itsCommandsDoWhatItSays() throws Exception {
    int commands = 0;
    List<String> lines = Files.readAllLines(PAGE);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("$ falcoc ")) {
        continue;
      }
      StringBuilder command = new StringBuilder(lines.get(i).substring(2));
      while (lines.get(i).endsWith("\\")) {
        command.append('\n').append(lines.get(++i));
      }
      List<String> shown = new ArrayList<>();
      while (!lines.get(i + 1).startsWith("```") && !lines.get(i + 1).startsWith("$ ")) {
        shown.add(lines.get(++i));
      }
      boolean differences = command.toString().startsWith("falcoc diff");
      if (differences) {
        write("src/main/falco/vocabulary.yaml", VOCABULARY.replace("dash, ", ""));
        write("src/main/falco/shells.yaml", RULES.replace("WARNING", "NOTICE"));
      }
      String said = shell(command.toString(), differences ? ExitCode.DIFFERENT : 0);
      shell("git checkout -q src/main");
      for (String line : shown) {
        assertThat(said).as("%s%n%s", command, said).containsPattern(pattern(line));
      }
      commands++;
    }
    assertThat(commands).isGreaterThan(5);
  }

  private static Pattern pattern(String line) {
    return Pattern.compile(
        Arrays.stream(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }
}
