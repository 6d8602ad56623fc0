package io.falcoj.runtime.engine;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.SourceInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;

/** Events that are made up while they are asked for: never two of them exist at once. */
final class ForgedSource implements EventSource {
  private static final int BATCH = 256;
  private static final EventTable EVENTS = EventTable.standard();
  private static final byte[] LONG_TEXT = "x".repeat(60_000).getBytes(StandardCharsets.UTF_8);

  private final LongFunction<EventEncoder> events;
  private final long count;
  private final RawEvent raw = new RawEvent();
  private long next;

  private ForgedSource(LongFunction<EventEncoder> events, long count) {
    this.events = events;
    this.count = count;
  }

  @Override
  public SourceInfo info() {
    return new SourceInfo(EventSources.SYSCALL, "forged", false);
  }

  @Override
  public int poll(SourceHandler handler) {
    int delivered = 0;
    while (delivered < BATCH && next < count) {
      handler.event(events.apply(next++).toRaw(raw));
      delivered++;
    }
    return delivered == 0 ? END : delivered;
  }

  @Override
  public void close() {
    next = count;
  }

  /** Each event says of another process that it has just begun, a child of process 1. */
  static ForgedSource clones(long count) {
    EventEncoder encoder = new EventEncoder();
    EventType clone = EVENTS.byId("SYSCALL_CLONE_20_X");
    return new ForgedSource(n -> process(encoder, clone, n, n + 2, "-c\0echo " + n + "\0"), count);
  }

  /** A thousand threads that are said to be of another process each time. */
  static ForgedSource threadsOfChangingProcesses(long count) {
    EventEncoder encoder = new EventEncoder();
    EventType clone = EVENTS.byId("SYSCALL_CLONE_20_X");
    return new ForgedSource(n -> clone(encoder, clone, n * BATCH, n % 1000 + 2, n + 5, ""), count);
  }

  /** Clones with arguments as long as an event can be. */
  static ForgedSource longClones(long count) {
    EventEncoder encoder = new EventEncoder();
    EventType clone = EVENTS.byId("SYSCALL_CLONE_20_X");
    String args = new String(LONG_TEXT, StandardCharsets.UTF_8);
    return new ForgedSource(n -> process(encoder, clone, n, n + 2, args), count);
  }

  /** Thousands of processes, each of which starts programs with ever longer arguments. */
  static ForgedSource longPrograms(long count) {
    EventEncoder encoder = new EventEncoder();
    EventType execve = EVENTS.byId("SYSCALL_EXECVE_19_X");
    return new ForgedSource(
        n -> {
          long pid = n % 20_000 + 2;
          encoder.begin(execve, n, pid).number(0).text("/bin/sh");
          encoder.bytes(LONG_TEXT, 0, (int) Math.min(LONG_TEXT.length, n / 20));
          return encoder.number(pid).number(pid).number(1);
        },
        count);
  }

  /** Processes open files and never close one. */
  static ForgedSource files(long count) {
    EventEncoder encoder = new EventEncoder();
    EventType open = EVENTS.byId("SYSCALL_OPEN_X");
    return new ForgedSource(
        n -> open(encoder, open, n, n / 5000 + 2, n % 5000, "/a/directory/with/a/name/" + n),
        count);
  }

  /** Every process is a child of one with thousands of open files. */
  static ForgedSource inheritedFiles(long count) {
    EventEncoder encoder = new EventEncoder();
    EventType open = EVENTS.byId("SYSCALL_OPEN_X");
    EventType clone = EVENTS.byId("SYSCALL_CLONE_20_X");
    return new ForgedSource(
        n -> n < 4000 ? open(encoder, open, n, 1, n, "/f" + n) : process(encoder, clone, n, n, ""),
        count);
  }

  static ForgedSource containers(long count) {
    EventEncoder encoder = new EventEncoder();
    EventType async = EVENTS.byId("ASYNCEVENT_E");
    String json = "{\"container\":{\"type\":0,\"id\":\"%012x\",\"labels\":{\"a\":\"%d\"}}}";
    return new ForgedSource(
        n -> encoder.begin(async, n, -1).number(0).text("container").text(json.formatted(n, n)),
        count);
  }

  static ForgedSource users(long count) {
    EventEncoder encoder = new EventEncoder();
    EventType user = EVENTS.byId("USER_ADDED_E");
    return new ForgedSource(
        n -> {
          encoder.begin(user, n, -1).number(n).number(n).text("user" + n);
          return encoder.text("/home/user" + n).text("/bin/sh").text("");
        },
        count);
  }

  private static EventEncoder open(
      EventEncoder encoder, EventType open, long time, long pid, long fd, String path) {
    encoder.begin(open, time, pid).number(fd).text(path);
    return encoder.number(1).number(0).number(0).number(fd);
  }

  private static EventEncoder process(
      EventEncoder encoder, EventType clone, long time, long pid, String args) {
    return clone(encoder, clone, time, pid, pid, args);
  }

  /** The event that a new thread's first return from the call makes. */
  private static EventEncoder clone(
      EventEncoder encoder, EventType clone, long time, long tid, long pid, String args) {
    encoder.begin(clone, time, tid).number(0).text("/usr/bin/program");
    encoder.bytes(args.getBytes(StandardCharsets.UTF_8));
    encoder.number(tid).number(pid).number(1).text("/");
    encoder.number(1024).number(0).number(0).number(0).number(0).number(0).text("program");
    long flags = tid == pid ? 0 : 0x2000;
    return encoder.texts(List.of("cpu=/a")).number(flags).number(0).number(0);
  }
}
