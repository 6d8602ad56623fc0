package io.falcoj.runtime.state.track;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.current.Codes;
import io.falcoj.runtime.state.current.Handler;
import io.falcoj.runtime.state.current.MemoryFigures;
import io.falcoj.runtime.state.current.RecentExits;
import org.jspecify.annotations.Nullable;

/** Which handler serves which event type: the one table of them all. */
final class Handlers {
  private final @Nullable Handler[] byCode = new Handler[EventTable.standard().size()];

  Handlers(RecentExits recentExits) {
    processes(new CloneEvents(recentExits));
    files(new FileEvents());
    descriptors();
    sockets(new SocketEvents(), new TransferEvents());
    users();
    containers();
  }

  @Nullable Handler of(int code) {
    return byCode[code];
  }

  private void on(Handler handler, String... ids) {
    for (String id : ids) {
      byCode[Codes.of(id)] = handler;
    }
  }

  private void processes(CloneEvents clones) {
    on(
        clones::exit,
        "SYSCALL_CLONE_20_X",
        "SYSCALL_FORK_20_X",
        "SYSCALL_VFORK_20_X",
        "SYSCALL_CLONE3_X");
    on(ExecEvents::exit, "SYSCALL_EXECVE_19_X", "SYSCALL_EXECVEAT_X");
    on(ProcessEvents::procexit, "PROCEXIT_1_E");
    on(ProcessEvents::chdir, "SYSCALL_CHDIR_X", "SYSCALL_GETCWD_X");
    on(ProcessEvents::fchdir, "SYSCALL_FCHDIR_X");
    on(ProcessEvents::chroot, "SYSCALL_CHROOT_X");
    on(ProcessEvents::setsid, "SYSCALL_SETSID_X");
    on(ProcessEvents::capset, "SYSCALL_CAPSET_X");
    on(ProcessEvents::namespaces, "SYSCALL_UNSHARE_X", "SYSCALL_SETNS_X");
    on(ProcessEvents::prctl, "SYSCALL_PRCTL_X");
    on(ProcessEvents::rlimit, "SYSCALL_GETRLIMIT_X", "SYSCALL_SETRLIMIT_X");
    on(ProcessEvents::prlimit, "SYSCALL_PRLIMIT_X");
    on(MemoryFigures::contextSwitch, "SCHEDSWITCH_6_E");
    on(
        MemoryFigures::mapping,
        "SYSCALL_BRK_4_X",
        "SYSCALL_MMAP_X",
        "SYSCALL_MMAP2_X",
        "SYSCALL_MUNMAP_X");
  }

  private void files(FileEvents files) {
    on(files::open, "SYSCALL_OPEN_X");
    on(files::creat, "SYSCALL_CREAT_X");
    on(files::openat, "SYSCALL_OPENAT_2_X");
    on(files::openat2, "SYSCALL_OPENAT2_X");
    on(files::openByHandle, "SYSCALL_OPEN_BY_HANDLE_AT_X");
  }

  private void descriptors() {
    on(DescriptorEvents::close, "SYSCALL_CLOSE_X");
    on(DescriptorEvents::closeRange, "SYSCALL_CLOSE_RANGE_X");
    on(DescriptorEvents::dup, "SYSCALL_DUP_1_X", "SYSCALL_DUP2_X", "SYSCALL_DUP3_X");
    on(DescriptorEvents::fcntl, "SYSCALL_FCNTL_X");
    on(DescriptorEvents::pipe, "SYSCALL_PIPE_X", "SYSCALL_PIPE2_X");
    on(DescriptorEvents::socketpair, "SOCKET_SOCKETPAIR_X");
    on(DescriptorEvents.made(Kind.EVENT), "SYSCALL_EVENTFD_X");
    on(DescriptorEvents.made(Kind.EVENT, 1), "SYSCALL_EVENTFD2_X");
    on(DescriptorEvents.made(Kind.SIGNALFD), "SYSCALL_SIGNALFD_X");
    on(DescriptorEvents.made(Kind.SIGNALFD, 1), "SYSCALL_SIGNALFD4_X");
    on(DescriptorEvents.made(Kind.TIMERFD, 2), "SYSCALL_TIMERFD_CREATE_X");
    on(DescriptorEvents.made(Kind.INOTIFY), "SYSCALL_INOTIFY_INIT_X");
    on(DescriptorEvents.made(Kind.INOTIFY, 1), "SYSCALL_INOTIFY_INIT1_X");
    on(DescriptorEvents.made(Kind.BPF), "SYSCALL_BPF_2_X");
    on(DescriptorEvents.made(Kind.USERFAULTFD), "SYSCALL_USERFAULTFD_X");
    on(DescriptorEvents.made(Kind.IO_URING), "SYSCALL_IO_URING_SETUP_X");
    on(DescriptorEvents.made(Kind.EVENTPOLL), "SYSCALL_EPOLL_CREATE_X");
    on(DescriptorEvents::epollCreate1, "SYSCALL_EPOLL_CREATE1_X");
    on(DescriptorEvents::memfdCreate, "SYSCALL_MEMFD_CREATE_X");
    on(DescriptorEvents::pidfdOpen, "SYSCALL_PIDFD_OPEN_X");
    on(DescriptorEvents::pidfdGetfd, "SYSCALL_PIDFD_GETFD_X");
  }

  private void sockets(SocketEvents sockets, TransferEvents transfers) {
    on(sockets::socket, "SOCKET_SOCKET_X");
    on(sockets::bind, "SOCKET_BIND_X");
    on(sockets::connect, "SOCKET_CONNECT_X");
    on(sockets::accept, "SOCKET_ACCEPT_5_X", "SOCKET_ACCEPT4_6_X");
    on(transfers::read, "SYSCALL_READ_X", "SYSCALL_READV_X", "SYSCALL_PREAD_X", "SYSCALL_PREADV_X");
    on(transfers::recv, "SOCKET_RECV_X");
    on(transfers::recvfrom, "SOCKET_RECVFROM_X");
    on(transfers::recvmsg, "SOCKET_RECVMSG_X");
    on(transfers::recvmmsg, "SOCKET_RECVMMSG_X");
    on(
        transfers::write,
        "SYSCALL_WRITE_X",
        "SYSCALL_WRITEV_X",
        "SYSCALL_PWRITE_X",
        "SYSCALL_PWRITEV_X");
    on(transfers::send, "SOCKET_SEND_X", "SOCKET_SENDTO_X", "SOCKET_SENDMSG_X");
    on(transfers::sendmmsg, "SOCKET_SENDMMSG_X");
  }

  private void users() {
    on(UserEvents::setuid, "SYSCALL_SETUID_X");
    on(UserEvents::setEffectiveUser, "SYSCALL_SETREUID_X", "SYSCALL_SETRESUID_X");
    on(UserEvents::setgid, "SYSCALL_SETGID_X");
    on(UserEvents::setEffectiveGroup, "SYSCALL_SETREGID_X", "SYSCALL_SETRESGID_X");
    on(UserEvents::userAdded, "USER_ADDED_E");
    on(UserEvents::userDeleted, "USER_DELETED_E");
    on(UserEvents::groupAdded, "GROUP_ADDED_E");
    on(UserEvents::groupDeleted, "GROUP_DELETED_E");
  }

  private void containers() {
    on(ContainerEvents::async, "ASYNCEVENT_E");
    on(ContainerEvents::json, "CONTAINER_JSON_E", "CONTAINER_JSON_2_E");
    on(ContainerEvents::plain, "CONTAINER_E");
  }
}
