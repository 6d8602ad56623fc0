package io.falcoj.probe.capture;

import static io.falcoj.probe.capture.LiveRun.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every field of what the probe tells of processes that begin, change and end. */
class ExecEyesTest {
  private static final int WRITABLE = 1;
  private static final int FROM_MEMFD = 4;

  @TempDir private Path dir;

  @BeforeEach
  void needsTheKernel() {
    ThisKernel.isNeeded();
  }

  @Test
  void aProgramThatRuns() throws Exception {
    Path program = Files.copy(Path.of("/bin/true"), dir.resolve("prog"));
    List<Seen> events = sh("A=1 exec -a other " + program + " one 'two words' ''", "bash");
    Seen exec = one(events, "execve", e -> e.text("exe").equals("other"));
    assertThat(exec.text("args")).isEqualTo("one two words ");
    assertThat(exec.text("comm")).isEqualTo("prog");
    assertThat(exec.text("trusted_exepath")).isEqualTo(program.toString());
    assertThat(exec.text("filename")).isEqualTo(program.toString());
    assertThat(exec.text("env")).contains("A=1");
    assertThat(exec.number("flags") & WRITABLE).isEqualTo(WRITABLE);
    assertThat(exec.number("tid")).isEqualTo(exec.tid());
    assertThat(exec.number("pid")).isEqualTo(exec.tid());
    assertThat(exec.number("exe_ino")).isEqualTo(Files.getAttribute(program, "unix:ino"));
    assertThat(exec.number("exe_ino_mtime"))
        .isEqualTo(
            ((FileTime) Files.getAttribute(program, "unix:lastModifiedTime"))
                .to(TimeUnit.NANOSECONDS));
    assertThat(exec.number("exe_ino_ctime"))
        .isEqualTo(((FileTime) Files.getAttribute(program, "unix:ctime")).to(TimeUnit.NANOSECONDS));
    assertThat(exec.text("cgroups")).contains("memory=/", "cpu=/");
    assertThat(exec.number("uid")).isZero();
  }

  @Test
  void aProgramThatDoesNotRun() throws Exception {
    Path program = Files.writeString(dir.resolve("no-program"), "");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));
    List<Seen> events = LiveRun.of("/usr/bin/perl", "-e", "exec {'" + program + "'} 'name', 'arg'");
    Seen exec = one(events, "execve", e -> e.text("filename").equals(program.toString()));
    assertThat(exec.res()).isEqualTo(-13);
    assertThat(exec.text("exe")).isEqualTo("name");
    assertThat(exec.text("args")).isEqualTo("arg");
    assertThat(exec.text("comm")).isEqualTo("perl");
  }

  @Test
  void aProgramInMemory() throws Exception {
    String script =
        "open(my $f, '<', '/bin/true'); local $/; my $b = <$f>; my $n = 'hidden';"
            + " my $m = syscall(319, $n, 0); open(my $o, '>&=', $m); binmode($o); syswrite($o, $b);"
            + " my $e = ''; my $a = 'fake'; my $v = pack('P Q', $a, 0); my $w = pack('Q', 0);"
            + " syscall(322, $m, $e, $v, $w, 0x1000);";
    List<Seen> events = LiveRun.of("/usr/bin/perl", "-e", script);
    // The kernel tells of an execveat that worked as of an execve.
    Seen exec = one(events, "execve", e -> e.text("exe").equals("fake"));
    assertThat(exec.res()).isZero();
    assertThat(exec.text("trusted_exepath")).isEqualTo("memfd:hidden");
    assertThat(exec.text("filename")).startsWith("/dev/fd/");
    assertThat(exec.number("flags") & FROM_MEMFD).isEqualTo(FROM_MEMFD);
  }

  @Test
  void aTreeOfProcesses() throws Exception {
    List<Seen> events = sh("(sh -c 'exit 3'; exit 4); kill -9 $$", "sh");
    Seen leader = events.get(events.size() - 1);
    assertThat(leader.name()).isEqualTo("procexit");
    assertThat(leader.number("sig")).isEqualTo(9);
    Seen inner = one(events, "procexit", e -> e.number("ret") == 3);
    Seen outer = one(events, "procexit", e -> e.number("ret") == 4);
    assertThat(inner.number("status")).isEqualTo(3 << 8);
    Seen parent =
        events.stream()
            .filter(e -> e.name().matches("clone3?|v?fork") && e.res() == outer.tid())
            .findFirst()
            .orElseThrow();
    assertThat(parent.tid()).isEqualTo(leader.tid());
    Seen child =
        events.stream()
            .filter(e -> e.name().equals(parent.name()) && e.res() == 0 && e.tid() == outer.tid())
            .findFirst()
            .orElseThrow();
    assertThat(child.number("ptid")).isEqualTo(leader.tid());
    assertThat(child.number("vpid")).isPositive();
    assertThat(child.text("comm")).isEqualTo("sh");
    assertThat(child.number("pidns_init_start_ts")).isPositive();
    Seen signal = one(events, "signaldeliver", e -> e.number("sig") == 9);
    assertThat(signal.number("dpid")).isEqualTo(leader.tid());
  }

  @Test
  void argumentsThatAreTooLongAreCutAndCounted() throws Exception {
    try (ProbeSource source = ProbeSource.open(ProbeOptions.STANDARD, LiveRun.everything())) {
      String longer = "x".repeat(5000);
      List<Seen> events = LiveRun.of(source, "/bin/true", longer);
      Seen exec = one(events, "execve", e -> e.res() == 0 && e.text("exe").equals("/bin/true"));
      assertThat(exec.text("args")).hasSizeBetween(4000, 4095);
      assertThat(longer).startsWith(exec.text("args"));
      assertThat(exec.cut()).isTrue();
      assertThat(events)
          .filteredOn(e -> !e.name().matches("execve|clone3?|vfork"))
          .noneMatch(Seen::cut);
      assertThat(source.counters().cut()).isPositive();
    }
  }

  @Test
  void aProgramOfThirtyTwoBits() throws Exception {
    Path program = dir.resolve("old");
    Files.write(program, Ia32Program.opening("/nowhere/thirty-two"));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    assumeTrue(Ia32Program.runs(program), "skipped: this kernel runs no programs of 32 bits");
    List<Seen> events = LiveRun.of(program.toString());
    Seen open = one(events, "open", e -> e.text("name").equals("/nowhere/thirty-two"));
    assertThat(open.res()).isEqualTo(-2);
    assertThat(open.number("flags")).isEqualTo(2 | 4);
    assertThat(open.number("mode")).isEqualTo(0600);
    Seen socket = one(events, "socket", e -> true);
    assertThat(socket.number("domain")).isEqualTo(2);
    assertThat(socket.number("type")).isEqualTo(2);
    assertThat(one(events, "procexit", e -> true).number("ret")).isEqualTo(7);
  }

  private static List<Seen> sh(String script, String shell) throws Exception {
    return LiveRun.of("/bin/" + shell, "-c", script);
  }
}
