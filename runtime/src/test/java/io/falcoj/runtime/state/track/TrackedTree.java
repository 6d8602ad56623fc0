package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.limits.StateLimits;
import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/**
 * A small machine whose events are encoded, decoded and followed. The tree before the first event:
 *
 * <pre>
 * init 1
 * └─ sshd 100
 *    └─ bash 200   cwd /home/eve, session 200
 * </pre>
 */
class TrackedTree {
  static final long CLONE_THREAD_FLAGS = ThreadInfo.CLONE_THREAD | ThreadInfo.CLONE_FILES;
  static final long AT_FDCWD = -100;
  static final long READ = 1;
  static final long DIRECTORY = 1 << 10;
  static final long CLOEXEC = 1 << 12;

  final StateTables tables = new StateTables(new StateLimits(100, 5, 10, 10));
  final EventState state = new EventState();
  final StateTracker tracker = new StateTracker(tables, state);
  final EventEncoder encoder = new EventEncoder();
  final Event event = new Event();
  long clock = 1_000_000_000_000L;
  private final SyscallDecoder decoder = new SyscallDecoder();

  @BeforeEach
  void tree() {
    tracker.thread(entry(1, 0, "init", "/"));
    tracker.thread(entry(100, 1, "sshd", "/"));
    tracker.thread(entry(200, 100, "bash", "/home/eve"));
  }

  static ThreadEntry entry(long pid, long ppid, String comm, String cwd) {
    ThreadEntry entry = new ThreadEntry();
    entry.tid = pid;
    entry.pid = pid;
    entry.ptid = ppid;
    entry.vtid = pid;
    entry.vpid = pid;
    entry.sid = pid;
    entry.comm = ByteSlice.of(comm);
    entry.exe = ByteSlice.of(comm);
    entry.exepath = ByteSlice.of("/bin/" + comm);
    entry.cwd = ByteSlice.of(cwd);
    return entry;
  }

  EventEncoder begin(String id, long tid) {
    clock += 1_000;
    return encoder.begin(EventTable.standard().byId(id), clock, tid);
  }

  void before() {
    assertThat(decoder.decode(encoder.toRaw(new RawEvent()), event, 1)).isTrue();
    tracker.beforeMatch(event);
  }

  void send() {
    before();
    tracker.afterMatch(event);
  }

  void clone(long tid, long result, long pid, long ptid, long flags) {
    clone("SYSCALL_CLONE_20_X", tid, result, pid, ptid, flags, tid, pid);
  }

  void clone(
      String id, long tid, long result, long pid, long ptid, long flags, long vtid, long vpid) {
    begin(id, tid)
        .number(result)
        .text("bash")
        .texts(List.of("-c", "id"))
        .number(tid)
        .number(pid)
        .number(ptid)
        .text("")
        .number(1024);
    for (int i = 8; i <= 12; i++) {
      encoder.number(0);
    }
    encoder
        .text("bash")
        .texts(List.of("cpu=/"))
        .number(flags)
        .number(0)
        .number(0)
        .number(vtid)
        .number(vpid);
    send();
  }

  void openat(long tid, long fd, long dirfd, String name, long flags) {
    begin("SYSCALL_OPENAT_2_X", tid)
        .number(fd)
        .number(dirfd)
        .text(name)
        .number(flags)
        .number(0)
        .number(1)
        .number(2);
    send();
  }

  void execve(long tid, String exe, String cgroups) {
    beginExecve(tid, exe, cgroups);
    send();
  }

  /** An execve with the parameters up to {@code env}. */
  EventEncoder beginExecve(long tid, String exe, String cgroups) {
    return beginExecve(tid, tid, exe, cgroups);
  }

  EventEncoder beginExecve(long tid, long pid, String exe, String cgroups) {
    begin("SYSCALL_EXECVE_19_X", tid)
        .number(0)
        .text(exe)
        .texts(List.of("-l"))
        .number(tid)
        .number(pid)
        .number(100)
        .text("")
        .number(1024);
    for (int i = 8; i <= 12; i++) {
      encoder.number(0);
    }
    return encoder.text(exe).texts(List.of(cgroups)).texts(List.of("A=1"));
  }

  ThreadInfo thread(long tid) {
    ThreadInfo found = tables.thread(tid);
    assertThat(found).as("thread %d", tid).isNotNull();
    return found;
  }

  void procexit(long tid) {
    begin("PROCEXIT_1_E", tid).number(0).number(0).number(0).number(0).number(0);
  }

  /** Tells an event that only numbers describe. */
  void numbers(String id, long tid, long... values) {
    begin(id, tid);
    for (long value : values) {
      encoder.number(value);
    }
    send();
  }

  FdInfo fd(long tid, long number) {
    FdInfo found = thread(tid).fd(number);
    assertThat(found).as("descriptor %d of %d", number, tid).isNotNull();
    return found;
  }
}
