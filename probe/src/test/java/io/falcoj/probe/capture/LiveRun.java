package io.falcoj.probe.capture;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.source.SourceHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What the probe tells of a command and the processes that it starts. Other programs on the machine
 * make events too; they are left out.
 */
final class LiveRun implements SourceHandler {
  private static final long PATIENCE_SECONDS = 60;

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

  static List<Seen> of(ProbeSource source, String... command) throws Exception {
    LiveRun run = new LiveRun();
    source.poll(run);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    run.follow(source, process);
    return run.events;
  }

  private void follow(ProbeSource source, Process process) throws IOException {
    leader = process.pid();
    members.add(leader);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!over) {
      source.poll(this);
      if (System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IOException("the command did not end: " + events);
      }
    }
  }

  @Override
  public void event(RawEvent raw) {
    Seen seen = Seen.of(raw);
    if (seen.name().matches("clone3?|v?fork")) {
      if (seen.res() == 0 && members.contains(seen.number("ptid"))) {
        members.add(seen.tid());
      } else if (seen.res() > 0 && members.contains(seen.tid())) {
        members.add(seen.res());
      }
    }
    if (members.contains(seen.tid())) {
      events.add(seen);
      over |= seen.tid() == leader && seen.name().equals("procexit");
    }
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
