package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.UserTable;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls of {@code fixtures.yaml} of the corpus, carried out in a {@link World}. */
final class FixtureEvents {
  private static final long CLONE_PARENT = 1 << 8;
  private static final long CLONE_NEWPID = 1 << 6;
  private static final long CLONE_THREAD = 1 << 13;
  private static final long CHILD_IN_PIDNS = 1 << 29;

  /** Threads of the drawn tree by their names in upstream's fixtures. */
  private static final Map<String, Long> TREE =
      Map.of("p1_t1", 2L, "p1_t2", 6L, "p2_t1", 25L, "p2_t2", 23L, "p2_t3", 24L, "p3_t1", 72L);

  /** Parameters of {@code execve} that older kernels' events lack. */
  private static final Set<String> YOUNG =
      Set.of(
          "loginuid",
          "flags",
          "cap_inheritable",
          "cap_permitted",
          "cap_effective",
          "exe_ino",
          "exe_ino_ctime",
          "exe_ino_mtime",
          "uid",
          "trusted_exepath",
          "pgid",
          "gid");

  private final World world;

  FixtureEvents(World world) {
    this.world = world;
  }

  /** All of {@code events}; the last one is what rules look at. */
  static World play(JsonNode events) {
    World world = new World();
    FixtureEvents fixture = new FixtureEvents(world);
    events.forEach(fixture::step);
    return world;
  }

  /** An event about which nothing is known but its type. */
  static void random(World world) {
    new FixtureEvents(world).event("SOCKET_GETSOCKNAME_X", 1, Map.of(), 0);
  }

  private void step(JsonNode step) {
    if (step.has("set")) {
      set(step.get("set").asText(), step.get("value"));
      return;
    }
    JsonNode args = step.path("args");
    switch (step.get("call").asText()) {
      case "add_default_init_thread" -> initThread();
      case "add_simple_thread" ->
          world.thread(
              simple(
                  args.get(0).asLong(),
                  args.get(1).asLong(),
                  args.get(2).asLong(),
                  args.get(3).asText()));
      case "add_event_advance_ts", "add_event", "add_filtered_event_advance_ts" ->
          event(args, Set.of());
      case "generate_getcwd_failed_entry_event" -> getcwd(tid(args, 0));
      case "generate_random_event" -> event("SOCKET_GETSOCKNAME_X", tid(args, 0), Map.of(), 0);
      case "generate_open_x_event" ->
          event("SYSCALL_OPEN_X", 1, Map.of("fd", 4, "name", "/home/file.txt"), 6);
      case "generate_socket_exit_event" ->
          event("SOCKET_SOCKET_X", 1, Map.of("fd", 4, "domain", 2, "type", 1), 5);
      case "generate_execve_enter_and_exit_event" -> execve(args);
      case "generate_execve_exit_event_with_default_params" -> plainExecve(args, Set.of());
      case "generate_execve_exit_event_with_empty_params" -> plainExecve(args, YOUNG);
      case "generate_clone_x_event" -> childClone(args);
      case "generate_proc_exit_event" ->
          event(
              "PROCEXIT_1_E",
              args.get(0).asLong(),
              Map.of("ret", -1, "reaper_tid", args.get(1).asLong()),
              5);
      case "DEFAULT_TREE" -> tree();
      case "m_usergroup_manager->add_user" ->
          world
              .tables()
              .users()
              .put(
                  new UserTable.User(
                      args.get(2).asLong(),
                      args.get(3).asLong(),
                      ByteSlice.of(args.get(4).asText()),
                      ByteSlice.of(args.get(5).asText()),
                      ByteSlice.of(args.get(6).asText())));
      case "m_usergroup_manager->rm_user" ->
          world.tables().users().removeUser(args.get(1).asLong());
      default -> throw new IllegalArgumentException("unknown call " + step);
    }
  }

  private static long tid(JsonNode args, int index) {
    return args.has(index) ? ParamValues.number(args.get(index)) : 1;
  }

  private void initThread() {
    ThreadEntry init = simple(1, 1, 0, "init");
    init.args = ByteSlice.of("context\0ls\0--format\0{{json .}}\0");
    init.env = ByteSlice.of("TEST_ENV_PARENT_LINEAGE=secret\0HOME=/home/user/parent\0");
    world.thread(init);
    ByteSlice none = ByteSlice.EMPTY;
    ByteSlice name = ByteSlice.of("/dev/null");
    int file = 14;
    world.descriptor(new FdEntry(1, 0, 5, file, 1, 0, none, 0, none, 0, 0, 0, 0, name));
  }

  private ThreadEntry simple(long tid, long pid, long ptid, String comm) {
    ThreadEntry entry = new ThreadEntry();
    entry.tid = tid;
    entry.pid = pid;
    entry.ptid = ptid;
    entry.vtid = tid;
    entry.vpid = pid;
    entry.vpgid = tid;
    entry.comm = ByteSlice.of(comm);
    entry.exe = ByteSlice.of("/sbin/init");
    entry.exepath = ByteSlice.of("/sbin/init");
    entry.cwd = ByteSlice.of("/root/");
    return entry;
  }

  /** Arguments: time, thread, event code, count, values. */
  private void event(JsonNode args, Set<Integer> absent) {
    EventType type = ParamValues.type(args.get(2).get("const").asText());
    EventEncoder encoder =
        world.encoder().begin(type, world.tick(), ParamValues.number(args.get(1)));
    int count = args.get(3).asInt();
    for (int i = 0; i < count; i++) {
      if (absent.contains(i)) {
        encoder.absent();
      } else {
        ParamValues.add(encoder, args.get(4 + i));
      }
    }
    world.happens();
  }

  private void getcwd(long tid) {
    event("SYSCALL_GETCWD_X", tid, Map.of("res", -1, "path", "/test/dir"), 2);
  }

  private void event(String id, long tid, Map<String, Object> values, int count) {
    event(id, tid, values, count, Set.of());
  }

  /** Parameters without a value are 0, an empty text or no bytes. */
  private void event(
      String id, long tid, Map<String, Object> values, int count, Set<String> absent) {
    EventType type = EventTable.standard().byId(id);
    EventEncoder encoder = world.encoder().begin(type, world.tick(), tid);
    for (ParamDef param : type.params().subList(0, count)) {
      Object value = values.get(param.name());
      if (absent.contains(param.name())) {
        encoder.absent();
      } else if (value instanceof Number number) {
        encoder.number(number.longValue());
      } else if (value instanceof String text) {
        encoder.text(text.getBytes(StandardCharsets.ISO_8859_1));
      } else if (param.type().size() > 0) {
        encoder.number(0);
      } else if (isText(param.type())) {
        encoder.text("");
      } else {
        encoder.absent();
      }
    }
    world.happens();
  }

  private static boolean isText(FieldType type) {
    return type.family() == FieldType.Family.TEXT;
  }

  /** Arguments: result, thread before, thread after, process, parent, path, name, kernel's path. */
  private void execve(JsonNode args) {
    Map<String, Object> values = new HashMap<>();
    values.put("res", args.get(0).asLong());
    values.put("tid", ParamValues.number(args.get(2)));
    values.put("pid", ParamValues.number(args.get(3)));
    values.put("ptid", ParamValues.number(args.get(4)));
    values.put("exe", args.get(5).asText());
    values.put("filename", args.get(5).asText());
    values.put("comm", args.get(6).asText());
    values.put("trusted_exepath", args.path(7).asText());
    values.put("pgid", args.path(9).asLong());
    event("SYSCALL_EXECVE_19_X", ParamValues.number(args.get(2)), values, 31);
  }

  /** Arguments: process, file, name. */
  private void plainExecve(JsonNode args, Set<String> absent) {
    long pid = args.has(0) ? args.get(0).asLong() : 1;
    Map<String, Object> values = new HashMap<>();
    List.of("tid", "pid", "ptid").forEach(id -> values.put(id, pid));
    String file = args.has(1) ? args.get(1).asText() : "/bin/test-exe";
    values.put("exe", file);
    values.put("filename", file);
    values.put("comm", args.has(2) ? args.get(2).asText() : "test-exe");
    long tid = absent.isEmpty() ? pid : 1;
    event("SYSCALL_EXECVE_19_X", tid, values, 31, absent);
  }

  private void clone(long result, long tid, long pid, long ptid, long flags, long vtid, long vpid) {
    Map<String, Object> values = new HashMap<>();
    values.put("res", result);
    values.put("tid", tid);
    values.put("pid", pid);
    values.put("ptid", ptid);
    values.put("flags", flags);
    values.put("vtid", vtid);
    values.put("vpid", vpid);
    values.put("exe", "bash");
    values.put("comm", "bash");
    event("SYSCALL_CLONE_20_X", tid, values, 21);
  }

  /** Arguments: result, thread, process, parent, flags, virtual thread and process, name. */
  private void childClone(JsonNode args) {
    Map<String, Object> values = new HashMap<>();
    List<String> names = List.of("res", "tid", "pid", "ptid", "flags", "vtid", "vpid");
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), args.get(i).asLong());
    }
    values.put("comm", args.get(7).asText());
    values.put("exe", args.get(7).asText());
    event("SYSCALL_CLONE_20_X", args.get(1).asLong(), values, 21);
  }

  private void clone(long result, long tid, long pid, long ptid, long flags) {
    clone(result, tid, pid, ptid, flags, tid, pid);
  }

  private void tree() {
    initThread();
    clone(2, 1, 1, 0, 0);
    clone(6, 2, 2, 1, CLONE_THREAD);
    clone(25, 6, 2, 1, CLONE_PARENT);
    clone(0, 25, 25, 1, CLONE_PARENT);
    clone(23, 25, 25, 1, CLONE_THREAD);
    clone(24, 23, 25, 1, CLONE_THREAD);
    clone(72, 25, 25, 1, 0);
    clone(76, 72, 72, 25, CLONE_NEWPID);
    clone(0, 76, 76, 72, CHILD_IN_PIDNS, 1, 1);
    clone(0, 79, 76, 72, CLONE_THREAD | CHILD_IN_PIDNS, 2, 1);
    clone(0, 82, 82, 79, CHILD_IN_PIDNS, 10, 10);
    clone(0, 84, 82, 79, CLONE_THREAD | CHILD_IN_PIDNS, 12, 10);
    clone(0, 87, 87, 84, CHILD_IN_PIDNS, 17, 17);
  }

  private void set(String place, JsonNode value) {
    int dot = place.indexOf('.');
    String owner = place.substring(0, dot).replace("_tinfo", "");
    ThreadInfo thread = world.known(owner.equals("thread") ? 1 : TREE.get(owner));
    switch (place.substring(dot + 1)) {
      case "uid" -> thread.uid = value.asLong();
      case "gid" -> thread.gid = value.asLong();
      case "loginuid" -> thread.loginuid = value.asLong();
      case "m_pgid" -> thread.pgid = value.asLong();
      case "m_comm" -> thread.comm = ByteSlice.of(value.asText());
      case "m_exe" -> thread.exe = ByteSlice.of(value.asText());
      case "m_exepath" -> thread.exepath = ByteSlice.of(value.asText());
      default -> throw new IllegalArgumentException("unknown place " + place);
    }
  }
}
