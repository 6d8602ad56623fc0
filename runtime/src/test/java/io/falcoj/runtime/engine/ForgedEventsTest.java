package io.falcoj.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events without end that each ask the state to keep something, in a JVM with a heap of 64 MB: what
 * has no room is counted, and nothing runs out of memory.
 */
class ForgedEventsTest {
  private static final long CLONES = 10_000_000;
  private static final long OTHERS = 300_000;

  @TempDir private Path dir;

  @Test
  void tenMillionClones() throws Exception {
    Map<String, Long> figures = run("clones", CLONES);
    assertThat(figures.get("events")).isEqualTo(CLONES);
    // process 1, which all of them name as their parent, is invented once
    assertThat(figures.get("threads") + figures.get("threadsRefused")).isEqualTo(CLONES + 1);
    assertThat(figures.get("threads")).isBetween(10_000L, 262_144L);
  }

  @Test
  void threadsWhoseProcessesChange() throws Exception {
    Map<String, Long> figures = run("changing", OTHERS);
    assertThat(figures.get("events")).isEqualTo(OTHERS);
  }

  @Test
  void clonesAndProgramsWithLongArguments() throws Exception {
    Map<String, Long> clones = run("longClones", 30_000);
    assertThat(clones.get("threads") + clones.get("threadsRefused")).isEqualTo(30_001);
    assertThat(clones.get("threads")).isPositive();
    Map<String, Long> programs = run("longPrograms", OTHERS);
    assertThat(programs.get("textsCut")).isPositive();
  }

  @Test
  void filesThatStayOpen() throws Exception {
    Map<String, Long> figures = run("files", OTHERS);
    // the calls of processes that found no room open nothing
    assertThat(figures.get("fds") + figures.get("fdsRefused") + figures.get("threadsRefused"))
        .isEqualTo(OTHERS);
    assertThat(figures.get("fdsRefused")).isPositive();
  }

  @Test
  void childrenOfAProcessWithThousandsOfFiles() throws Exception {
    Map<String, Long> figures = run("inherited", 100_000);
    assertThat(figures.get("threads") + figures.get("threadsRefused")).isEqualTo(100_000 - 3999);
    assertThat(figures.get("threadsRefused")).isPositive();
  }

  @Test
  void containersAndUsers() throws Exception {
    Map<String, Long> containers = run("containers", OTHERS);
    assertThat(containers.get("containers") + containers.get("containersRefused"))
        .isEqualTo(OTHERS);
    assertThat(containers.get("containersRefused")).isPositive();
    Map<String, Long> users = run("users", OTHERS);
    assertThat(users.get("users") + users.get("usersRefused")).isEqualTo(OTHERS);
    assertThat(users.get("usersRefused")).isPositive();
  }

  @Test
  void callsThatNeverReturn() throws Exception {
    Map<String, Long> figures = run("enters", OTHERS);
    assertThat(figures.get("forgotten")).isPositive();
  }

  private Map<String, Long> run(String what, long count) throws Exception {
    Path out = dir.resolve(what + ".txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    ForgedRun.class.getName(),
                    what,
                    Long.toString(count)))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ends").isTrue();
    assertThat(process.exitValue()).as(() -> read(out)).isZero();
    Map<String, Long> figures = new HashMap<>();
    for (String line : Files.readAllLines(out)) {
      String[] pair = line.split("=");
      figures.put(pair[0], Long.parseLong(pair[1]));
    }
    assertThat(figures.get("bytes")).isBetween(0L, figures.get("limit"));
    return figures;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
