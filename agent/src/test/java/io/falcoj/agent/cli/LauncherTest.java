package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import io.falcoj.agent.sources.LiveProbe;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the distribution, over the machine that the test runs on. */
class LauncherTest {
  /** CAP_BPF, CAP_PERFMON, CAP_SYS_PTRACE. */
  private static final String THREE = "000000c000080000";

  private static final int NO_SUCH_ENTRY = -2;

  @TempDir private Path home;

  @BeforeEach
  void needsTheKernel() {
    assumeTrue(LiveProbe.obstacle() == null && Files.exists(Path.of("/usr/bin/setpriv")));
  }

  @Test
  void everyThreadHasThreeCapabilitiesAndNothingOutlivesThem() throws Exception {
    distribution();
    Path rules = home.resolve("rules.yaml");
    Files.writeString(
        rules, "- {rule: r, desc: d, priority: NOTICE, condition: evt.type = reboot, output: o}\n");
    Path log = home.resolve("log");
    Process run =
        new ProcessBuilder(
                home.resolve("bin/falco-run").toString(), "-r", rules.toString(), "--live")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      await(() -> Files.readString(log).contains("watching the system calls"), log);
      assertThat(capabilities(run.pid())).containsOnly(THREE);
      List<Integer> programs = programs(run.pid());
      assertThat(programs).hasSizeGreaterThanOrEqualTo(4);
      assertThat(programs).allMatch(LauncherTest::isLoaded);
      run.destroyForcibly().waitFor();
      for (int program : programs) {
        await(() -> !isLoaded(program), log);
      }
    } finally {
      run.destroyForcibly();
    }
  }

  /** Its scripts, and a library that stands for this class path. */
  private void distribution() throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    try (Stream<Path> scripts = Files.list(Path.of("src/dist/bin"))) {
      for (Path script : scripts.toList()) {
        Path copy = Files.copy(script, bin.resolve(script.getFileName()));
        assertThat(copy.toFile().setExecutable(true)).isTrue();
      }
    }
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    Path lib = Files.createDirectories(home.resolve("lib"));
    new JarOutputStream(Files.newOutputStream(lib.resolve("all.jar")), manifest).close();
  }

  private static TreeSet<String> capabilities(long pid) throws IOException {
    TreeSet<String> seen = new TreeSet<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path task : tasks.toList()) {
        for (String line : linesOf(task.resolve("status"))) {
          if (line.startsWith("CapEff:")) {
            seen.add(line.substring("CapEff:".length()).strip());
          }
        }
      }
    }
    return seen;
  }

  /** Programs that the process holds, as the kernel says of its descriptors. */
  private static List<Integer> programs(long pid) throws IOException {
    List<Integer> programs = new ArrayList<>();
    try (Stream<Path> fds = Files.list(Path.of("/proc", Long.toString(pid), "fdinfo"))) {
      for (Path fd : fds.toList()) {
        for (String line : linesOf(fd)) {
          if (line.startsWith("prog_id:")) {
            programs.add(Integer.parseInt(line.substring("prog_id:".length()).strip()));
          }
        }
      }
    }
    return programs;
  }

  /**
   * Nothing of a thread or descriptor that ended since it was listed; its number may be in use
   * again by the time of any second look, so the failure alone says so.
   */
  private static List<String> linesOf(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("No such process")) {
        return List.of();
      }
      throw e;
    }
  }

  /** Takes hold of the program for a moment to see. */
  private static boolean isLoaded(int program) {
    int fd =
        NativeLibrary.getInstance("libbpf.so.1")
            .getFunction("bpf_prog_get_fd_by_id")
            .invokeInt(new Object[] {program});
    if (fd >= 0) {
      NativeLibrary.getInstance("c").getFunction("close").invokeInt(new Object[] {fd});
    }
    return fd != NO_SUCH_ENTRY;
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition, Path log) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
