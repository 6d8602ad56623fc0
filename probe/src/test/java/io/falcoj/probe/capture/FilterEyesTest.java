package io.falcoj.probe.capture;

import static io.falcoj.probe.capture.LiveRun.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Node;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test.AnyBits;
import io.falcoj.runtime.pushdown.Test.EqualTo;
import io.falcoj.runtime.pushdown.Test.InNumbers;
import io.falcoj.runtime.pushdown.Test.InTexts;
import io.falcoj.runtime.pushdown.Test.LessThan;
import io.falcoj.runtime.pushdown.Test.StartsWithAny;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What filters leave out in the kernel, and what they must not leave out. */
class FilterEyesTest {
  private static final int NAME = 2;
  private static final int FLAGS = 3;

  @TempDir private Path dir;

  @BeforeEach
  void needsTheKernel() {
    ThisKernel.isNeeded();
  }

  @Test
  void pathsThatBeginOtherwise() throws Exception {
    List<Seen> sent = opens(Source.path(NAME), new StartsWithAny(HandMade.texts("/etc/", "/dev")));
    assertThat(names(sent))
        .contains("/nowhere/missing", "/usr", "/proc/self/root/etc/hostname")
        .contains("/etc") // shorter than the prefix
        .doesNotContain("/dev/null", "/etc/missing")
        .containsAll(OpenNames.UNKNOWN)
        .doesNotContainAnyElementsOf(OpenNames.PLAIN);
  }

  @Test
  void pathsThatAreOthers() throws Exception {
    List<Seen> sent =
        opens(Source.path(NAME), new InTexts(HandMade.texts("/etc/hostname", "/usr", "/etc/hos")));
    assertThat(names(sent))
        .contains("/nowhere/missing", "/etc", "/dev/null", "/etc/missing", "/etc/at-the-end")
        .doesNotContain("/etc/hostname", "/usr")
        .containsAll(OpenNames.UNKNOWN)
        .containsAll(OpenNames.PLAIN);
  }

  @Test
  void flags() throws Exception {
    List<Seen> written = opens(Source.number(FLAGS), new AnyBits(2)); // O_WRONLY, O_RDWR
    assertThat(names(written))
        .contains("/nowhere/missing", "/etc/hostname")
        .doesNotContain("/etc/missing", "/dev/null");
    List<Seen> others = opens(Source.number(FLAGS), new EqualTo(1 | 4096)); // O_CLOEXEC
    assertThat(others).filteredOn(e -> e.text("name").equals("/etc/hostname")).hasSize(1);
    List<Seen> set = opens(Source.number(FLAGS), new InNumbers(List.of(2L, 3L, 4097L)));
    assertThat(names(set)).doesNotContain("/etc/missing", "/dev/null").contains("/usr");
  }

  @Test
  void returnValues() throws Exception {
    assertThat(opens(Source.RETURN, new EqualTo(-2)))
        .noneMatch(e -> e.res() == -2)
        .anyMatch(e -> e.res() == -14)
        .anyMatch(e -> e.res() > 0);
    assertThat(opens(Source.RETURN, new LessThan(0)))
        .noneMatch(e -> e.res() < 0)
        .anyMatch(e -> e.res() > 0);
    assertThat(opens(Source.RETURN, new InNumbers(List.of(-2L, -14L, 1L << 40))))
        .noneMatch(e -> e.res() == -2 || e.res() == -14)
        .anyMatch(e -> e.res() == -36);
    assertThat(opens(Source.RETURN, new InNumbers(List.of(3L, 4L, 5L))))
        .noneMatch(e -> e.res() >= 3 && e.res() <= 5)
        .anyMatch(e -> e.res() == 6);
  }

  @Test
  void typesOfFiles() throws Exception {
    List<Seen> sent = opens(Source.FILE_TYPE, new EqualTo(Filter.REGULAR_FILE));
    assertThat(names(sent)).contains("/etc", "/usr", "/dev/null", "/etc/missing");
    assertThat(sent).noneMatch(e -> e.res() >= 0 && e.text("name").equals("/etc/hostname"));
    assertThat(names(opens(Source.FILE_TYPE, new EqualTo(Filter.DIRECTORY))))
        .contains("/etc/hostname", "/etc/missing")
        .doesNotContain("/etc", "/usr");
  }

  @Test
  void threadsAndUsers() throws Exception {
    assertThat(opens(Source.COMM, new InTexts(HandMade.texts("perl", "pe")))).isEmpty();
    assertThat(opens(Source.COMM, new InTexts(HandMade.texts("per", "perl5", "bash"))))
        .hasSameSizeAs(opens(Source.RETURN, new EqualTo(-1000)));
    assertThat(opens(Source.COMM, new StartsWithAny(HandMade.texts("per", "x")))).isEmpty();
    assertThat(opens(Source.UID, new EqualTo(0))).isEmpty();
    assertThat(opens(Source.UID, new LessThan(0))).isNotEmpty();
  }

  @Test
  void severalQuestionsOfOnePath() throws Exception {
    Filter filter =
        new Filter(
            List.of(
                new Node(Source.RETURN, new LessThan(0), Filter.PASS, 1),
                new Node(Source.FILE_TYPE, new EqualTo(Filter.DIRECTORY), Filter.PASS, 2),
                new Node(
                    Source.path(NAME),
                    new InTexts(HandMade.texts("/etc/shadow", "/dev/null")),
                    Filter.PASS,
                    3),
                new Node(
                    Source.path(NAME),
                    new StartsWithAny(HandMade.texts("/root/")),
                    Filter.PASS,
                    Filter.DROP)));
    List<Seen> sent = of(HandMade.plan("SYSCALL_OPENAT_2_X", filter), "openat");
    assertThat(names(sent)).contains("/etc", "/dev/null", "/etc/missing", "etc/hostname");
    assertThat(sent).noneMatch(e -> e.res() >= 0 && e.text("name").equals("/etc/hostname"));
  }

  @Test
  void everyWayToOpenHasItsOwnFilter() throws Exception {
    Filter open = HandMade.dropIf(Source.path(1), new StartsWithAny(HandMade.texts("/etc/")));
    assertThat(of(HandMade.plan("SYSCALL_OPEN_X", open), "open")).isEmpty();
    Filter how = HandMade.dropIf(Source.number(FLAGS), new EqualTo(1 | 4096));
    Seen faulty = one(of(HandMade.plan("SYSCALL_OPENAT2_X", how), "openat2"), "openat2", e -> true);
    assertThat(faulty.res()).isEqualTo(-14);
  }

  @Test
  void aCallOfThirtyTwoBitsIsJudgedByTheSameFilter() throws Exception {
    Path program = dir.resolve("old");
    Files.write(program, Ia32Program.opening("/nowhere/thirty-two"));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    assumeTrue(Ia32Program.runs(program), "skipped: this kernel runs no programs of 32 bits");
    Filter other = HandMade.dropIf(Source.path(1), new InTexts(HandMade.texts("/nowhere/old")));
    Filter same = HandMade.dropIf(Source.path(1), new StartsWithAny(HandMade.texts("/nowhere/")));
    assertThat(run(HandMade.plan("SYSCALL_OPEN_X", other), program.toString()))
        .anyMatch(e -> e.name().equals("open"));
    assertThat(run(HandMade.plan("SYSCALL_OPEN_X", same), program.toString()))
        .noneMatch(e -> e.name().equals("open"))
        .anyMatch(e -> e.name().equals("socket"));
  }

  @Test
  void aCallWhoseStartWasSentIsSentAtItsEndToo() throws Exception {
    Filter ends = HandMade.dropIf(Source.RETURN, new LessThan(1000));
    Filter starts =
        new Filter(
            List.of(
                new Node(
                    Source.path(1),
                    new InTexts(HandMade.texts("/etc/hostname")),
                    Filter.PASS,
                    Filter.DROP)));
    PushdownPlan plan =
        HandMade.plan(
            HandMade.plan("SYSCALL_OPENAT_2_X", ends), HandMade.plan("SYSCALL_OPENAT_2_E", starts));
    try (ProbeSource source =
        ProbeSource.open(ProbeOptions.STANDARD, LiveRun.everything().with(plan))) {
      assumeTrue(source.isGuarded(), "skipped: no tracefs at /sys/kernel/tracing");
      List<Seen> opens =
          LiveRun.ofScript(source, "opens.pl", dir).stream()
              .filter(e -> e.name().equals("openat"))
              .toList();
      assertThat(names(opens.stream().filter(e -> e.type().id().endsWith("_X")).toList()))
          .contains("/etc/hostname", "etc/hostname", "/etc//hostname")
          .doesNotContain("/usr", "/etc/missing", "/dev/null")
          .isEqualTo(names(opens.stream().filter(e -> e.type().id().endsWith("_E")).toList()));
    }
  }

  @Test
  void addresses() throws Exception {
    Filter inet = HandMade.dropIf(Source.family(2), new EqualTo(2));
    assertThat(connects(inet)).isNotEmpty().noneMatch(e -> e.bytes("addr")[0] == 2);
    Filter port = HandMade.dropIf(Source.port(3), new EqualTo(9));
    assertThat(connects(port)).anyMatch(isFamily(1)).anyMatch(isFamily(2)).noneMatch(isFamily(10));
    Filter none = HandMade.dropIf(Source.family(2), new InNumbers(List.of(1L, 2L, 10L)));
    assertThat(connects(none)).isEmpty();
  }

  private static Predicate<Seen> isFamily(int family) {
    return e -> e.bytes("addr")[0] == family;
  }

  private List<Seen> connects(Filter filter) throws Exception {
    try (ProbeSource source =
        ProbeSource.open(
            ProbeOptions.STANDARD,
            LiveRun.everything().with(HandMade.plan("SOCKET_CONNECT_X", filter)))) {
      return LiveRun.ofScript(source, "sockets.pl", dir).stream()
          .filter(e -> e.type().id().equals("SOCKET_CONNECT_X"))
          .toList();
    }
  }

  private List<Seen> opens(Source source, io.falcoj.runtime.pushdown.Test test) throws Exception {
    Filter filter = HandMade.dropIf(source, test);
    return of(HandMade.plan("SYSCALL_OPENAT_2_X", filter), "openat");
  }

  /** Ends of that call in the scenario, from where it has set itself up. */
  private List<Seen> of(PushdownPlan filters, String name) throws Exception {
    try (ProbeSource source =
        ProbeSource.open(ProbeOptions.STANDARD, LiveRun.everything().with(filters))) {
      List<Seen> all = LiveRun.ofScript(source, "opens.pl", dir);
      source.stop();
      assertThat(source.counters().rows())
          .allSatisfy(
              row -> assertThat(row.seen()).isEqualTo(row.filtered() + row.sent() + row.dropped()));
      int start = LiveRun.indexOf(all, e -> e.name().equals("chdir") && e.text("path").equals("/"));
      return all.subList(start, all.size()).stream()
          .filter(e -> e.name().equals(name) && e.type().id().endsWith("_X"))
          .toList();
    }
  }

  private static List<Seen> run(PushdownPlan filters, String... command) throws Exception {
    try (ProbeSource source =
        ProbeSource.open(ProbeOptions.STANDARD, LiveRun.everything().with(filters))) {
      return LiveRun.of(source, command);
    }
  }

  private static List<String> names(List<Seen> events) {
    return events.stream().map(e -> e.text("name")).toList();
  }
}
