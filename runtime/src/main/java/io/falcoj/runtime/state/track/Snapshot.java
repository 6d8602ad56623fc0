package io.falcoj.runtime.state.track;

import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.SocketInfo;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.UserTable.Group;
import io.falcoj.runtime.state.UserTable.User;
import io.falcoj.runtime.state.current.Current;
import io.falcoj.runtime.state.current.OpenFlags;
import io.falcoj.runtime.state.current.Params;
import io.falcoj.runtime.state.current.SocketNames;
import io.falcoj.runtime.value.ByteSlice;
import org.agrona.collections.IntHashSet;

/**
 * What was there when the recording began. Threads find their parents, connections their direction
 * and processes their containers once everything has been told, see {@link #end}.
 */
final class Snapshot {
  private final Current c;
  private final IntHashSet serverPorts = new IntHashSet();
  private boolean open;

  Snapshot(Current c) {
    this.c = c;
  }

  /** Forgets what an earlier section told. */
  void section() {
    serverPorts.clear();
    c.interfaces.clear();
    c.tables.localAddresses().clear();
    c.overlap.clear();
    c.tables.clearThreads();
  }

  void thread(ThreadEntry entry) {
    open = true;
    ThreadInfo thread = new ThreadInfo();
    numbers(thread, entry);
    thread.comm = entry.comm;
    thread.exe = entry.exe;
    thread.exepath = ExecEvents.withoutDeleted(entry.exepath, ByteSlice.EMPTY);
    thread.setArgs(Params.trimmed(entry.args));
    if (thread.isMain()) {
      thread.setOwnEnv(Params.trimmed(entry.env));
      ProcessEvents.changeDirectory(c, thread, entry.cwd);
    }
    thread.flags |= entry.flags | ThreadInfo.ACTIVE;
    thread.cgroups = Params.trimmed(entry.cgroups);
    thread.root = entry.root;
    executable(thread, entry);
    if (entry.startedAt != 0) {
      // As if its own return from clone had been seen: the return in its parent adds nothing.
      thread.cloneTime = entry.startedAt;
      thread.flags |= ThreadInfo.CLONE_INVERTED;
    }
    c.overlap.add(entry);
    c.threads.add(thread, false);
  }

  private static void numbers(ThreadInfo thread, ThreadEntry entry) {
    thread.tid = entry.tid;
    thread.pid = entry.pid;
    thread.ptid = entry.ptid;
    thread.sid = entry.sid;
    thread.vpgid = entry.vpgid;
    thread.pgid = entry.pgid;
    thread.vtid = entry.vtid;
    thread.vpid = entry.vpid;
    thread.fdLimit = entry.fdLimit;
    thread.uid = entry.uid;
    thread.gid = entry.gid;
    thread.loginuid = entry.loginuid;
    thread.tty = entry.tty;
    thread.vmSizeKb = entry.vmSizeKb;
    thread.vmRssKb = entry.vmRssKb;
    thread.vmSwapKb = entry.vmSwapKb;
    thread.majorFaults = entry.majorFaults;
    thread.minorFaults = entry.minorFaults;
    thread.pidNamespaceStart = entry.pidNamespaceStart;
  }

  private static void executable(ThreadInfo thread, ThreadEntry entry) {
    thread.capInheritable = entry.capInheritable;
    thread.capPermitted = entry.capPermitted;
    thread.capEffective = entry.capEffective;
    thread.exeInode = entry.exeInode;
    thread.exeInodeCtime = entry.exeInodeCtime;
    thread.exeInodeMtime = entry.exeInodeMtime;
    thread.exeWritable = entry.exeWritable;
    thread.exeUpperLayer = entry.exeUpperLayer;
    thread.exeLowerLayer = entry.exeLowerLayer;
    thread.exeFromMemfd = entry.exeFromMemfd;
  }

  void descriptor(FdEntry entry) {
    open = true;
    ThreadInfo thread = c.threads.find(entry.tid());
    Kind kind = Kind.ofCode(entry.kind());
    if (thread == null || kind == null || kind == Kind.UNKNOWN) {
      return;
    }
    FdInfo info = new FdInfo();
    info.kind = kind;
    info.fromProc = true;
    info.inode = entry.inode();
    info.openFlags = entry.flags() & OpenFlags.CLOEXEC;
    switch (kind) {
      case IPV4, IPV6 -> connection(info, entry);
      case IPV4_SERVER, IPV6_SERVER -> server(info, entry);
      case UNIX -> unix(info, entry);
      case FILE_V2 -> {
        info.openFlags = entry.flags();
        info.device = entry.device();
        info.name = entry.name();
      }
      default -> info.name = entry.name();
    }
    if (!thread.ownFds().put(entry.fd(), info, c.tables.limits().fdsPerProcess())) {
      c.tables.counters().fdsRefused++;
    }
  }

  private void connection(FdInfo info, FdEntry entry) {
    ByteSlice local = entry.local();
    ByteSlice remote = entry.remote();
    int length = SocketInfo.addressLength(info.kind);
    if (local.length() != length || remote.length() != length) {
      return;
    }
    info.socket = SocketInfo.empty();
    boolean mapped =
        length == 16
            && SocketNames.isMapped(local.array(), local.offset())
            && SocketNames.isMapped(remote.array(), remote.offset());
    int skip = mapped ? 12 : 0;
    boolean wide = length == 16 && !mapped;
    info.kind = wide ? Kind.IPV6 : Kind.IPV4;
    info.socket.setSourceAddress(info.kind, local.array(), local.offset() + skip);
    info.socket.setDestinationAddress(info.kind, remote.array(), remote.offset() + skip);
    info.socket.setSourcePort(info.kind, entry.localPort());
    info.socket.setDestinationPort(info.kind, entry.remotePort());
    info.socket.setL4proto(info.kind, entry.l4proto());
    info.connected = entry.l4proto() == FdInfo.L4_TCP;
    if (!wide) {
      c.interfaces.complete(info);
    }
    info.name = c.names.ofTuple(info).copy();
  }

  private void server(FdInfo info, FdEntry entry) {
    ByteSlice local = entry.local();
    if (local.length() != SocketInfo.addressLength(info.kind)) {
      return;
    }
    info.socket = SocketInfo.empty();
    info.socket.setDestinationAddress(info.kind, local.array(), local.offset());
    info.socket.setDestinationPort(info.kind, entry.localPort());
    info.socket.setL4proto(info.kind, entry.l4proto());
    info.name = c.names.ofServer(info).copy();
    serverPorts.add(entry.localPort());
  }

  private static void unix(FdInfo info, FdEntry entry) {
    info.socket = SocketInfo.empty();
    info.socket.setUnix(entry.unixSource(), entry.unixDestination());
    info.name = entry.name();
    info.client = info.name.isEmpty();
    info.server = !info.client;
  }

  void user(UserEntry entry) {
    if (entry.group()) {
      c.tables.users().put(new Group(entry.id(), entry.name()));
    } else {
      c.tables
          .users()
          .put(new User(entry.id(), entry.gid(), entry.name(), entry.home(), entry.shell()));
    }
  }

  /** Draws the conclusions; called before each event, does its work once per snapshot. */
  void end() {
    if (!open) {
      return;
    }
    open = false;
    c.threads.relateAll();
    for (ThreadInfo thread : c.threads.all()) {
      ContainerEvents.attach(c, thread);
      thread
          .ownFds()
          .forEach(
              (number, info) -> {
                direct(info);
                return true;
              });
    }
  }

  /** A connection to a port that somebody listens on was accepted, others were made. */
  private void direct(FdInfo info) {
    if (info.kind != Kind.IPV4) {
      return;
    }
    if (serverPorts.contains(info.sourcePort())) {
      info.socket.swap(info.kind);
      info.name = c.names.ofTuple(info).copy();
      info.server = true;
    } else {
      info.client = true;
    }
  }
}
