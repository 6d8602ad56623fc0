package io.falcoj.testkit.scenario.scap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.User;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was on the machine before the first step. */
final class Snapshot {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ByteSlice NONE = ByteSlice.EMPTY;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final byte[] LOOPBACK_MASK = {(byte) 255, 0, 0, 0};
  private static final Duration SINCE_BOOT = Duration.ofHours(1);
  private static final int CPUS = 2;
  private static final long MEMORY = 8L << 30;
  private static final long MAX_PID = 4_194_304;

  /** Number of {@code FILE_V2} in {@code scap_fd_type}. */
  private static final int FILE = 16;

  private static final long READ_AND_WRITE = 3;
  private static final long FIRST_TERMINAL = 34_816;

  private final Scenario scenario;
  private final long start;

  Snapshot(Scenario scenario) {
    this.scenario = scenario;
    this.start = StepWriter.nanos(scenario.start());
  }

  void deliver(SourceHandler handler) {
    long boot = start - SINCE_BOOT.toNanos();
    handler.section();
    handler.machine(new MachineEntry(CPUS, MEMORY, MAX_PID, scenario.host(), boot));
    handler.networkInterface(
        new InterfaceEntry(
            ByteSlice.of(LOOPBACK),
            ByteSlice.of(LOOPBACK_MASK),
            ByteSlice.of(LOOPBACK),
            0,
            ByteSlice.of("lo")));
    for (User user : scenario.users()) {
      ByteSlice name = ByteSlice.of(user.name());
      handler.user(
          new UserEntry(
              false,
              user.uid(),
              user.gid(),
              name,
              ByteSlice.of(user.home()),
              ByteSlice.of(user.shell())));
      handler.user(new UserEntry(true, user.gid(), user.gid(), name, NONE, NONE));
    }
    for (RunningThread thread : new RunningTree(scenario.processes()).all()) {
      handler.thread(entry(thread));
      for (int fd = 0; fd <= 2; fd++) {
        handler.descriptor(standardStream(thread, fd));
      }
    }
    containers(handler);
  }

  private static ThreadEntry entry(RunningThread thread) {
    ThreadEntry entry = new ThreadEntry();
    entry.tid = thread.tid;
    entry.pid = thread.pid;
    entry.ptid = thread.ptid;
    entry.sid = thread.vpid;
    entry.vpgid = thread.vpid;
    entry.pgid = thread.pid;
    entry.vtid = thread.vtid;
    entry.vpid = thread.vpid;
    entry.comm = ByteSlice.of(thread.comm);
    entry.exe = ByteSlice.of(thread.exe);
    entry.exepath = ByteSlice.of(thread.exepath);
    entry.args = joined(thread.args);
    entry.env = joined(thread.env);
    entry.cgroups = joined(thread.cgroups);
    entry.cwd = ByteSlice.of(thread.cwd);
    entry.root = ByteSlice.of("/");
    entry.fdLimit = ProcessValues.FD_LIMIT;
    entry.uid = thread.uid;
    entry.gid = thread.gid;
    entry.tty = thread.tty;
    entry.loginuid = thread.loginuid;
    entry.capPermitted = ProcessValues.capabilities(thread);
    entry.capEffective = entry.capPermitted;
    return entry;
  }

  private static ByteSlice joined(List<String> items) {
    return ByteSlice.of(items.isEmpty() ? "" : String.join("\0", items) + "\0");
  }

  private static FdEntry standardStream(RunningThread thread, int fd) {
    String name =
        thread.tty == 0 ? "/dev/null" : "/dev/pts/" + Math.max(0, thread.tty - FIRST_TERMINAL);
    return new FdEntry(
        thread.tid,
        fd,
        4 + thread.tty,
        FILE,
        READ_AND_WRITE,
        5,
        NONE,
        0,
        NONE,
        0,
        0,
        0,
        0,
        ByteSlice.of(name));
  }

  private void containers(SourceHandler handler) {
    EventEncoder encoder = new EventEncoder();
    RawEvent raw = new RawEvent();
    for (Container container : scenario.containers()) {
      encoder.begin(EventTable.standard().byId("CONTAINER_JSON_2_E"), start, -1);
      handler.event(encoder.text(json(container)).toRaw(raw));
    }
  }

  private static Map<String, Object> mount(Container.Mount mount) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Source", mount.source());
    values.put("Destination", mount.destination());
    values.put("Mode", mount.writable() ? "rw" : "ro");
    values.put("RW", mount.writable());
    values.put("Propagation", "rprivate");
    return values;
  }

  private String json(Container container) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("type", 0);
    values.put("id", container.id());
    values.put("full_id", container.fullId());
    values.put("name", container.name());
    values.put("image", container.repository() + ":" + container.tag());
    values.put("imagerepo", container.repository());
    values.put("imagetag", container.tag());
    values.put("privileged", container.privileged());
    if (!container.labels().isEmpty()) {
      values.put("labels", container.labels());
    }
    if (!container.mounts().isEmpty()) {
      values.put("Mounts", container.mounts().stream().map(Snapshot::mount).toList());
    }
    values.put("created_time", scenario.start().minus(SINCE_BOOT).getEpochSecond());
    try {
      return JSON.writeValueAsString(Map.of("container", values));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers always have a JSON form", e);
    }
  }
}
