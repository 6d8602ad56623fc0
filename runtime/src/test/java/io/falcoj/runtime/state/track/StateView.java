package io.falcoj.runtime.state.track;

import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.AncestorWalk;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.UserTable.Group;
import io.falcoj.runtime.state.UserTable.User;
import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.value.ByteSlice;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fields that need no rendering, read straight from the state, as the recorded runs print them. */
final class StateView {
  private final StateTables tables;
  private final FdNames fdNames = new FdNames();
  private final Map<String, Function<Row, @Nullable Object>> fields = new LinkedHashMap<>();

  /** One event with its state. */
  record Row(Event event, EventState state) {}

  StateView(StateTables tables) {
    this.tables = tables;
    process();
    processNumbers();
    ancestors();
    users();
    descriptors();
    containers();
  }

  Map<String, Function<Row, @Nullable Object>> fields() {
    return fields;
  }

  private void thread(String name, Function<ThreadInfo, @Nullable Object> value) {
    fields.put(name, row -> row.state().thread == null ? null : value.apply(row.state().thread));
  }

  private void process() {
    thread("proc.name", t -> text(t.comm));
    thread("proc.exe", t -> text(t.exe));
    thread("proc.exepath", t -> text(t.exepath));
    thread("proc.cwd", t -> text(t.cwd()));
    thread("proc.cmdline", t -> text(t.cmdline()));
    thread("proc.args", t -> text(t.joinedArgs()));
    thread("proc.env", t -> text(spaced(t.env())));
    fields.put("thread.tid", row -> row.event().tid());
    thread("thread.vtid", t -> known(t.vtid));
    thread("proc.is_exe_writable", t -> t.exeWritable);
    thread("proc.is_exe_upper_layer", t -> t.exeUpperLayer);
    thread("proc.is_exe_lower_layer", t -> t.exeLowerLayer);
    thread("proc.is_exe_from_memfd", t -> t.exeFromMemfd);
  }

  private void processNumbers() {
    thread("proc.pid", t -> t.pid);
    thread("proc.vpid", t -> known(t.vpid));
    thread("proc.sid", t -> t.sid);
    thread("proc.vpgid", t -> t.vpgid);
    thread("proc.pgid", t -> t.pgid);
    thread("proc.tty", t -> t.tty);
    thread("proc.exe_ino", t -> t.exeInode == 0 ? null : t.exeInode);
    thread("proc.pidns_init_start_ts", t -> t.pidNamespaceStart == 0 ? null : t.pidNamespaceStart);
    thread("proc.fdopencount", t -> (long) t.fdCount());
    thread("proc.fdlimit", ThreadInfo::processFdLimit);
    thread("proc.vmsize", t -> t.vmSizeKb);
    thread("thread.pfmajor", t -> t.majorFaults);
    thread("thread.ismain", ThreadInfo::isMain);
    thread("proc.nthreads", t -> (long) t.threadCount());
  }

  private void ancestors() {
    for (int i = 0; i < 5; i++) {
      int generation = i;
      String at = "[" + i + "]";
      thread("proc.aname" + at, t -> of(t, generation, a -> text(a.comm)));
      thread("proc.apid" + at, t -> of(t, generation, a -> known(a.pid)));
      thread("proc.aexepath" + at, t -> of(t, generation, a -> text(a.exepath)));
      thread("proc.acmdline" + at, t -> of(t, generation, a -> text(a.cmdline())));
    }
    thread("proc.pname", t -> of(t, 1, a -> text(a.comm)));
    thread("proc.ppid", t -> of(t, 1, a -> known(a.pid)));
    thread("proc.pvpid", t -> tables.parent(t) == null ? null : known(tables.parent(t).vpid));
    thread("proc.sname", t -> leader(tables.sessionLeader(t), l -> text(l.comm)));
    thread("proc.sid.exe", t -> leader(tables.sessionLeader(t), l -> text(l.exe)));
    thread("proc.vpgid.name", t -> leader(tables.virtualGroupLeader(t), l -> text(l.comm)));
    thread("proc.pgid.exepath", t -> leader(tables.groupLeader(t), l -> text(l.exepath)));
    thread("proc.aname", this::names);
  }

  private @Nullable Object names(ThreadInfo thread) {
    StringBuilder names = new StringBuilder();
    ThreadInfo main = thread.main();
    if (main == null) {
      return null;
    }
    AncestorWalk walk = tables.ancestors(main);
    for (ThreadInfo next = walk.next(); next != null; next = walk.next()) {
      names.append(names.length() == 0 ? "" : " ").append(text(next.comm));
    }
    return names.length() == 0 ? null : names.toString();
  }

  private static Object leader(@Nullable ThreadInfo leader, Function<ThreadInfo, Object> value) {
    return leader == null ? "" : value.apply(leader);
  }

  private @Nullable Object of(
      ThreadInfo thread, int generation, Function<ThreadInfo, @Nullable Object> value) {
    ThreadInfo ancestor = tables.ancestorProcess(thread, generation);
    return ancestor == null ? null : value.apply(ancestor);
  }

  private void users() {
    thread("user.uid", t -> t.uid);
    thread("group.gid", t -> t.gid);
    thread("user.loginuid", t -> t.loginuid == ThreadInfo.NO_ID ? -1L : t.loginuid);
    thread("user.name", t -> name(tables.user(t), t.uid));
    thread("user.loginname", t -> name(tables.loginUser(t), t.loginuid));
    thread(
        "user.shell",
        t -> {
          User user = tables.user(t);
          return user == null ? "<NA>" : text(user.shell());
        });
    thread(
        "group.name",
        t -> {
          Group group = tables.group(t);
          return group != null ? text(group.name()) : t.gid == 0 ? "root" : "<NA>";
        });
  }

  private static String name(@Nullable User user, long uid) {
    return user != null ? text(user.name()) : uid == 0 ? "root" : "<NA>";
  }

  private void fd(String name, Function<FdInfo, @Nullable Object> value) {
    fields.put(name, row -> row.state().fd == null ? null : value.apply(row.state().fd));
  }

  private void descriptors() {
    fields.put("fd.num", row -> row.state().usesFd ? row.state().fdNumber : null);
    fields.put("fd.name", row -> fdName(row, false));
    fields.put("fd.nameraw", row -> fdName(row, true));
    fields.put("fd.name_changed", row -> row.state().fd == null ? null : row.state().fdNameChanged);
    fd("fd.type", fd -> text(fd.kind.label()));
    fd("fd.cip", fd -> hasEnds(fd) ? ip(fd.sourceAddress(new ByteSlice())) : null);
    fd("fd.sip", fd -> serves(fd) ? ip(fd.destinationAddress(new ByteSlice())) : null);
    fd("fd.cport", fd -> hasEnds(fd) ? (long) fd.sourcePort() : null);
    fd("fd.sport", fd -> serves(fd) ? (long) fd.destinationPort() : null);
    fd("fd.ino", fd -> fd.inode);
    fd("fd.dev", fd -> Long.toHexString(fd.device).toUpperCase(Locale.ROOT));
    fd("fd.is_upper_layer", fd -> fd.overlayUpper);
    fd("fd.is_lower_layer", fd -> fd.overlayLower);
    fd("fd.connected", fd -> fd.connected);
  }

  private @Nullable Object fdName(Row row, boolean raw) {
    EventState state = row.state();
    if (!state.usesFd) {
      return null;
    }
    if (state.fd != null) {
      return text(raw ? state.fd.nameRaw : state.fd.name);
    }
    ByteSlice name = fdNames.fromEvent(row.event(), state, raw);
    return name == null ? null : text(name);
  }

  private static boolean hasEnds(FdInfo fd) {
    return !fd.hasNoRole() && (fd.kind == FdInfo.Kind.IPV4 || fd.kind == FdInfo.Kind.IPV6);
  }

  private static boolean serves(FdInfo fd) {
    return !fd.hasNoRole() && fd.isIpSocket();
  }

  private void containers() {
    fields.put(
        "container.id",
        row -> {
          ContainerInfo info = row.state().container;
          ThreadInfo thread = row.state().thread;
          return info != null
              ? info.id().toString()
              : thread == null ? null : thread.containerId.toString();
        });
    fields.put("container.name", row -> container(row, ContainerInfo::name));
    fields.put("container.image", row -> container(row, ContainerInfo::image));
    fields.put("container.type", row -> container(row, ContainerInfo::typeName));
    fields.put("container.full_id", row -> container(row, ContainerInfo::fullId));
  }

  private @Nullable Object container(Row row, Function<ContainerInfo, ByteSlice> value) {
    ContainerInfo info = tables.container(row.state());
    return info == null ? null : text(value.apply(info));
  }

  private static ByteSlice spaced(ByteSlice items) {
    byte[] bytes = items.toBytes();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 0 ? (byte) ' ' : bytes[i];
    }
    return ByteSlice.of(bytes);
  }

  private static @Nullable Object known(long id) {
    return id < 0 ? null : id;
  }

  private static String text(ByteSlice slice) {
    return slice.toString().replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  private static String ip(ByteSlice address) {
    try {
      String text = InetAddress.getByAddress(address.toBytes()).getHostAddress();
      return address.length() == 4 ? text : text.replaceFirst("(^|:)(0(:|$)){2,}", "::");
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
