package io.falcoj.probe.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.probe.libbpf.Clock;
import io.falcoj.probe.snapshot.MachineSnapshot;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe begins while processes fork, open and end without a pause. */
class StormTest {
  private static final int FILE = 16;

  /** Nothing may be lost, however slow the machine is. */
  private static final ProbeOptions ROOMY = ProbeOptions.STANDARD.withRingBytes(128 << 20);

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  @TempDir private Path dir;

  @BeforeEach
  void needsTheKernel() {
    ThisKernel.isNeeded();
  }

  @Test
  void nothingFallsBetweenSnapshotAndEvents() throws Exception {
    Path log = dir.resolve("children");
    Process storm = start(log);
    try (BufferedReader out =
            new BufferedReader(
                new InputStreamReader(storm.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter in =
            new BufferedWriter(
                new OutputStreamWriter(storm.getOutputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("begun");
      FollowedMachine machine = new FollowedMachine();
      try (ProbeSource source = ProbeSource.open(ROOMY, statePlan())) {
        pollUntil(source, machine, () -> machine.events > 5_000);
        in.newLine();
        in.flush();
        pollUntil(source, machine, out::ready);
        List<Long> stayed = numbers(out.readLine().substring("stayed ".length()).split(" "));
        Process marker = new ProcessBuilder("/bin/true").start();
        pollUntil(source, machine, () -> machine.ended.contains(marker.pid()));
        assertThat(source.counters().dropped()).isZero();
        compare(machine, stayed);
      }
      Set<Long> children = new HashSet<>(numbers(Files.readAllLines(log).toArray(new String[0])));
      assertThat(children).hasSizeGreaterThan(100);
      machine.unknown.keySet().retainAll(children);
      // One that began before the probe and ended before the look was never there to be seen.
      machine.unknown.values().removeIf(time -> time < machine.firstLook);
      assertThat(machine.unknown).isEmpty();
    } finally {
      storm.destroyForcibly().waitFor();
    }
  }

  private Process start(Path log) throws Exception {
    Path script = dir.resolve("storm.pl");
    try (InputStream in =
        Objects.requireNonNull(StormTest.class.getResourceAsStream("/scenarios/storm.pl"))) {
      Files.copy(in, script);
    }
    Path folder = Files.createDirectory(dir.resolve("files"));
    return new ProcessBuilder("/usr/bin/perl", script.toString(), folder.toString(), log.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static ProbePlan statePlan() {
    return PlanMaker.choose(Set.of("execve"), false, new BaseCalls(List.of(), false, false)).plan();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void pollUntil(ProbeSource source, FollowedMachine machine, Condition condition)
      throws Exception {
    long deadline = System.nanoTime() + PATIENCE;
    while (!condition.holds()) {
      source.poll(machine);
      assertThat(System.nanoTime()).as("no end after %s", machine.events).isLessThan(deadline);
    }
  }

  private static List<Long> numbers(String[] texts) {
    return Arrays.stream(texts).map(Long::parseLong).toList();
  }

  private static void compare(FollowedMachine machine, List<Long> pids) {
    ByProc now = new ByProc();
    new MachineSnapshot(1, Clock.bootTime()).deliver(null, now);
    Map<String, String> differences = new TreeMap<>();
    for (long pid : pids) {
      ThreadEntry there = Objects.requireNonNull(now.threads.get(pid), "survivor " + pid);
      ThreadInfo known = machine.thread(pid);
      String expected = describe(there) + now.descriptors.get(pid);
      String actual = known == null ? "unknown" : describe(known) + descriptors(known);
      if (!actual.equals(expected)) {
        differences.put(pid + " is", expected);
        differences.put(pid + " known as", actual);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(pids).hasSize(30);
  }

  private static String describe(ThreadEntry t) {
    String cwd = text(t.cwd);
    return "%d %d %d %d %s %s %s %s"
        .formatted(t.pid, t.ptid, t.pgid, t.sid, text(t.comm), text(t.exe), text(t.exepath), cwd);
  }

  private static String describe(ThreadInfo t) {
    String cwd = text(t.cwd());
    return "%d %d %d %d %s %s %s %s"
        .formatted(
            t.pid,
            t.ptid,
            t.pgid,
            t.sid,
            text(t.comm),
            text(t.exe),
            text(t.exepath),
            cwd.substring(0, cwd.length() - 1));
  }

  private static Map<Long, String> descriptors(ThreadInfo thread) {
    Map<Long, String> all = new TreeMap<>();
    Objects.requireNonNull(thread.fds())
        .forEach(
            (number, info) -> {
              boolean file = info.kind.ordinal() == FILE;
              all.put(number, file ? text(info.name) : "");
              return true;
            });
    return all;
  }

  private static String text(ByteSlice slice) {
    return new String(slice.toBytes(), StandardCharsets.ISO_8859_1);
  }

  private static final class ByProc implements SourceHandler {
    private final Map<Long, ThreadEntry> threads = new HashMap<>();
    private final Map<Long, Map<Long, String>> descriptors = new HashMap<>();

    @Override
    public void event(RawEvent event) {}

    @Override
    public void thread(ThreadEntry thread) {
      threads.put(thread.tid, thread);
    }

    @Override
    public void descriptor(FdEntry fd) {
      descriptors
          .computeIfAbsent(fd.tid(), t -> new TreeMap<>())
          .put(fd.fd(), fd.kind() == FILE ? text(fd.name()) : "");
    }
  }
}
