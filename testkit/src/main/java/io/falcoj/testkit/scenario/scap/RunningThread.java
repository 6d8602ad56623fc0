package io.falcoj.testkit.scenario.scap;

import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.ProcessSpec;
import java.util.BitSet;
import java.util.List;

/** A thread between two steps: what the kernel would tell of it. */
final class RunningThread {
  private static final long NOT_LOGGED_IN = 0xFFFF_FFFFL;
  private static final List<String> HOST_CGROUPS =
      List.of("cpuset=/", "cpu=/", "cpuacct=/", "io=/", "memory=/");

  final long tid;
  final long pid;
  final long ptid;

  /** Ids as seen inside of its container; the same as outside on the host. */
  final long vtid;

  final long vpid;

  /** The container whose process ids it sees, empty on the host. */
  final String namespace;

  long vpgid;
  String exe;
  String exepath;
  String comm;
  List<String> args;
  List<String> env;
  List<String> cgroups;
  final String cwd;
  long uid;
  long gid;
  long tty;
  long loginuid = NOT_LOGGED_IN;

  /** Open descriptors, shared by the threads of a process. */
  final BitSet fds;

  RunningThread(ProcessSpec spec, long vpid) {
    Container container = spec.container();
    tid = spec.pid();
    pid = spec.pid();
    ptid = spec.parent();
    vtid = vpid;
    this.vpid = vpid;
    namespace = container == null ? "" : container.fullId();
    vpgid = spec.pid();
    exe = spec.exe();
    exepath = spec.exe();
    comm = spec.name();
    args = spec.args();
    env = spec.env();
    cgroups = container == null ? HOST_CGROUPS : container.cgroups();
    cwd = spec.cwd();
    uid = spec.uid();
    gid = spec.gid();
    tty = spec.tty();
    fds = new BitSet();
    fds.set(0, 3);
  }

  /** A copy that is another thread, or the same one before it changes. */
  private RunningThread(
      RunningThread from, long tid, long pid, long ptid, long vtid, long vpid, BitSet fds) {
    this.tid = tid;
    this.pid = pid;
    this.ptid = ptid;
    this.vtid = vtid;
    this.vpid = vpid;
    this.fds = fds;
    namespace = from.namespace;
    vpgid = from.vpgid;
    exe = from.exe;
    exepath = from.exepath;
    comm = from.comm;
    args = from.args;
    env = from.env;
    cgroups = from.cgroups;
    cwd = from.cwd;
    uid = from.uid;
    gid = from.gid;
    tty = from.tty;
    loginuid = from.loginuid;
  }

  RunningThread child(long childTid, long childVtid) {
    return new RunningThread(
        this, childTid, childTid, pid, childVtid, childVtid, (BitSet) fds.clone());
  }

  RunningThread sibling(long threadTid, long threadVtid) {
    return new RunningThread(this, threadTid, pid, ptid, threadVtid, vpid, fds);
  }

  RunningThread copy() {
    return new RunningThread(this, tid, pid, ptid, vtid, vpid, fds);
  }

  boolean inContainer() {
    return vtid != tid;
  }

  /** The descriptor that the next call would get. */
  int nextFd() {
    return fds.nextClearBit(0);
  }
}
