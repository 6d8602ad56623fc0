package io.falcoj.probe.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.probe.libbpf.Clock;
import io.falcoj.probe.snapshot.KernelLists;
import io.falcoj.probe.snapshot.MachineSnapshot;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's lists and {@code /proc} tell the same of processes that hold still. */
class SnapshotTest {
  /** Counted on while the process is looked at, or told with another precision. */
  private static final Set<String> MOVING =
      Set.of("vmRssKb", "minorFaults", "majorFaults", "startedAt", "seenAt", "descriptorsSeenAt");

  private static final long TICK = 10_000_000;

  @TempDir private Path dir;

  @BeforeEach
  void needsTheKernel() {
    ThisKernel.isNeeded();
  }

  @Test
  void bothWaysSeeTheSame() throws Exception {
    try (Still still = Still.start(dir)) {
      Seen kernel = Seen.by(true);
      Seen proc = Seen.by(false);
      Set<Long> tids = threads(still.pid);
      assertThat(tids).hasSizeGreaterThanOrEqualTo(2);
      assertThat(kernel.threads.keySet()).containsAll(tids);
      for (long tid : tids) {
        assertThat(differences(kernel.thread(tid), proc.thread(tid))).isEmpty();
        assertThat(kernel.thread(tid).startedAt - proc.thread(tid).startedAt)
            .isBetween(-TICK, 2 * TICK);
      }
      assertThat(kernel.descriptors(still.pid)).isEqualTo(proc.descriptors(still.pid));
      assertThat(proc.descriptors(still.pid)).hasSizeGreaterThanOrEqualTo(12);
      assertThat(kernel.thread(still.pid).descriptorsSeenAt)
          .isPositive()
          .isLessThan(kernel.thread(still.pid).seenAt);
    }
  }

  /** Other programs come and go: those that both saw, and that did not become another program. */
  @Test
  void bothWaysSeeTheSameOfTheWholeMachine() throws Exception {
    Seen before = Seen.by(false);
    Seen kernel = Seen.by(true);
    Seen behind = Seen.by(false);
    int compared = 0;
    for (ThreadEntry thread : kernel.threads.values()) {
      ThreadEntry one = before.threads.get(thread.tid);
      ThreadEntry other = behind.threads.get(thread.tid);
      if (one != null && other != null && fields(one).equals(fields(other))) {
        compared++;
        assertThat(differences(thread, one)).allMatch(d -> d.startsWith("vm")); // they run
      }
    }
    assertThat(compared).isPositive();
  }

  private static Set<Long> threads(long pid) throws Exception {
    try (var folders = Files.list(Path.of("/proc/" + pid + "/task"))) {
      return Set.copyOf(folders.map(f -> Long.parseLong(f.getFileName().toString())).toList());
    }
  }

  /**
   * But for the names of the kernel's own threads: what they work on stands there in one of the
   * two.
   */
  private static Map<String, Object> fields(ThreadEntry thread) throws Exception {
    Map<String, Object> values = new TreeMap<>();
    for (Field field : ThreadEntry.class.getFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !MOVING.contains(field.getName())) {
        Object value = Objects.requireNonNull(field.get(thread));
        values.put(field.getName(), value instanceof ByteSlice slice ? text(slice) : value);
      }
    }
    if (thread.vmSizeKb == 0) {
      values.keySet().removeAll(Set.of("comm", "exe"));
    }
    return values;
  }

  private static List<String> differences(ThreadEntry one, ThreadEntry other) throws Exception {
    Map<String, Object> others = fields(other);
    List<String> differences = new ArrayList<>();
    fields(one)
        .forEach(
            (name, value) -> {
              if (!value.equals(others.get(name))) {
                differences.add(name + " of " + one.tid + ": " + value + " | " + others.get(name));
              }
            });
    return differences;
  }

  private static String text(ByteSlice slice) {
    return new String(slice.toBytes(), StandardCharsets.ISO_8859_1);
  }

  private static final class Seen implements SourceHandler {
    private final Map<Long, ThreadEntry> threads = new TreeMap<>();
    private final Map<Long, Map<Long, String>> descriptors = new TreeMap<>();

    static Seen by(boolean kernel) throws Exception {
      Seen seen = new Seen();
      try (@Nullable KernelLists lists = kernel ? KernelLists.load() : null) {
        new MachineSnapshot(1, Clock.bootTime()).deliver(lists, seen);
      }
      return seen;
    }

    ThreadEntry thread(long tid) {
      return Objects.requireNonNull(threads.get(tid), "thread " + tid);
    }

    Map<Long, String> descriptors(long pid) {
      return descriptors.getOrDefault(pid, Map.of());
    }

    @Override
    public void event(RawEvent event) {
      throw new AssertionError("a snapshot has no events");
    }

    @Override
    public void thread(ThreadEntry thread) {
      threads.put(thread.tid, thread);
    }

    /** But for the addresses of unix sockets in the kernel, which {@code /proc} hides. */
    @Override
    public void descriptor(FdEntry fd) {
      String shown =
          "%d inode %d flags %x device %x %s:%d -> %s:%d protocol %d '%s'"
              .formatted(
                  fd.kind(),
                  fd.inode(),
                  fd.flags(),
                  fd.device(),
                  Arrays.toString(fd.local().toBytes()),
                  fd.localPort(),
                  Arrays.toString(fd.remote().toBytes()),
                  fd.remotePort(),
                  fd.l4proto(),
                  text(fd.name()));
      descriptors.computeIfAbsent(fd.tid(), t -> new TreeMap<>()).put(fd.fd(), shown);
    }
  }

  /** A process with a descriptor of each kind, which waits until its input ends. */
  private static final class Still implements AutoCloseable {
    private final Process process;
    private final long pid;

    private Still(Process process) {
      this.process = process;
      this.pid = process.pid();
    }

    static Still start(Path dir) throws Exception {
      Path script = dir.resolve("still.pl");
      try (InputStream in =
          Objects.requireNonNull(SnapshotTest.class.getResourceAsStream("/scenarios/still.pl"))) {
        Files.copy(in, script);
      }
      Process process =
          new ProcessBuilder("/usr/bin/perl", script.toString(), dir.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      assertThat(out.readLine()).isEqualTo("ready");
      return new Still(process);
    }

    @Override
    public void close() throws Exception {
      process.getOutputStream().close();
      process.waitFor();
    }
  }
}
