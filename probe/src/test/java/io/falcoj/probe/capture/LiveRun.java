package io.falcoj.probe.capture;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.source.SourceHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What the probe tells of a command and the processes that it starts. Other programs on the machine
 * make events too; they are left out.
 */
final class LiveRun implements SourceHandler {
  private static final long PATIENCE_SECONDS = 60;
  private static final int MOST_POLLS = 1000;
  private static final Set<String> FORKS = Set.of("clone", "clone3", "fork", "vfork");

  private final List<Seen> events = new ArrayList<>();
  private final Set<Long> members = new HashSet<>();
  private long leader;
  private boolean over;

  private LiveRun() {}

  /** Every call there is. */
  static ProbePlan everything() {
    Set<Integer> codes = new HashSet<>();
    for (int code = 1; code < SyscallTable.standard().size(); code++) {
      codes.add(code);
    }
    return new ProbePlan(codes, true);
  }

  static ProbePlan plan(String... calls) {
    Set<Integer> codes = new HashSet<>();
    for (String call : calls) {
      codes.add(SyscallTable.standard().code(call));
    }
    return new ProbePlan(codes, false);
  }

  /** Events of the command from when it was started until it ended. */
  static List<Seen> of(String... command) throws Exception {
    try (ProbeSource source = ProbeSource.open(ProbeOptions.STANDARD, everything())) {
      return of(source, command);
    }
  }

  /** Events of a script of {@code scenarios}, which is given a folder. */
  static List<Seen> ofScript(String name, Path folder) throws Exception {
    try (ProbeSource source = ProbeSource.open(ProbeOptions.STANDARD, everything())) {
      return ofScript(source, name, folder);
    }
  }

  static List<Seen> ofScript(ProbeSource source, String name, Path folder) throws Exception {
    Path script = folder.resolveSibling(folder.getFileName() + "-" + name);
    try (InputStream in =
        Objects.requireNonNull(LiveRun.class.getResourceAsStream("/scenarios/" + name))) {
      Files.copy(in, script);
    }
    try {
      return of(source, "/usr/bin/perl", script.toString(), folder.toString());
    } finally {
      Files.delete(script);
    }
  }

  /** Something to be done between two polls. */
  interface Between {
    void poll() throws Exception;
  }

  static List<Seen> of(ProbeSource source, String... command) throws Exception {
    return of(source, () -> {}, command);
  }

  static List<Seen> of(ProbeSource source, Between between, String... command) throws Exception {
    LiveRun run = new LiveRun();
    // The snapshot, then what piled up meanwhile.
    for (int polls = 0; source.poll(run) > 0 && polls < MOST_POLLS; polls++) {
      run.events.clear();
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    run.follow(source, process, between);
    return run.events;
  }

  private void follow(ProbeSource source, Process process, Between between) throws Exception {
    leader = process.pid();
    members.add(leader);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!over) {
      source.poll(this);
      between.poll();
      if (System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IOException("the command did not end: " + events);
      }
    }
  }

  @Override
  public void event(RawEvent raw) {
    EventType type = EventTable.standard().byCode(EventHeader.type(raw.buffer(), raw.offset()));
    boolean isMember = members.contains(EventHeader.tid(raw.buffer(), raw.offset()));
    if (type == null || !isMember && !FORKS.contains(type.name())) {
      return; // soon, or the ring overflows on a busy machine
    }
    Seen seen = Seen.of(raw);
    if (FORKS.contains(seen.name())) {
      follow(seen);
    }
    if (members.contains(seen.tid())) {
      events.add(seen);
      over |= seen.tid() == leader && seen.name().equals("procexit");
    }
  }

  private void follow(Seen seen) {
    if (seen.res() == 0 && members.contains(seen.number("ptid"))) {
      members.add(seen.tid());
    } else if (seen.res() > 0 && members.contains(seen.tid())) {
      members.add(seen.res());
    }
  }

  /** Where the first event is for which the condition holds. */
  static int indexOf(List<Seen> events, Predicate<Seen> condition) {
    for (int i = 0; i < events.size(); i++) {
      if (condition.test(events.get(i))) {
        return i;
      }
    }
    throw new AssertionError("none of " + events);
  }

  /** The one event of that name for which the condition holds. */
  static Seen one(List<Seen> events, String name, Predicate<Seen> condition) {
    List<Seen> found =
        events.stream().filter(e -> e.name().equals(name) && condition.test(e)).toList();
    if (found.size() != 1) {
      throw new AssertionError(
          found.size()
              + " events "
              + name
              + ", of "
              + events.stream().filter(e -> e.name().equals(name)).toList());
    }
    return found.get(0);
  }
}
