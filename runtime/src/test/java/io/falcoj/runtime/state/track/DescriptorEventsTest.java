package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.ThreadInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptors are made, copied, passed on and closed. */
class DescriptorEventsTest extends TrackedTree {
  private static final long F_DUPFD = 1;
  private static final long F_SETFD = 3;
  private static final long F_DUPFD_CLOEXEC = 26;
  private static final long RANGE_CLOEXEC = 1 << 2;

  @ParameterizedTest
  @CsvSource({
    "SYSCALL_EVENTFD_X, EVENT, '3'",
    "SYSCALL_EVENTFD2_X, EVENT, '3 0'",
    "SYSCALL_SIGNALFD_X, SIGNALFD, '3 -1 0 0'",
    "SYSCALL_SIGNALFD4_X, SIGNALFD, '3 0 -1 0'",
    "SYSCALL_TIMERFD_CREATE_X, TIMERFD, '3 1 0'",
    "SYSCALL_INOTIFY_INIT_X, INOTIFY, '3 0'",
    "SYSCALL_INOTIFY_INIT1_X, INOTIFY, '3 0'",
    "SYSCALL_BPF_2_X, BPF, '3 0'",
    "SYSCALL_USERFAULTFD_X, USERFAULTFD, '3 0'",
    "SYSCALL_IO_URING_SETUP_X, IO_URING, '3 8'",
    "SYSCALL_EPOLL_CREATE_X, EVENTPOLL, '3 1'",
    "SYSCALL_EPOLL_CREATE1_X, EVENTPOLL, '3 0'"
  })
  void everyKindHasItsCall(String call, Kind kind, String params) {
    begin(call, 200);
    for (String param : params.split(" ")) {
      encoder.number(Long.parseLong(param));
    }
    send();
    assertThat(fd(200, 3).kind).isEqualTo(kind);
    assertThat(state.fd).isSameAs(fd(200, 3));
    begin(call, 200).number(-24);
    send();
    assertThat(thread(200).fdCount()).isEqualTo(1);
  }

  @Test
  void aCopyLosesTheMarkToCloseOnExec() {
    openat(200, 3, AT_FDCWD, "/f", READ | CLOEXEC);
    numbers("SYSCALL_DUP_1_X", 200, 4, 3);
    assertThat(fd(200, 4).name).hasToString("/f");
    assertThat(fd(200, 4).openFlags & CLOEXEC).isZero();
    numbers("SYSCALL_DUP3_X", 200, 5, 3, 5, CLOEXEC);
    assertThat(fd(200, 5).openFlags & CLOEXEC).isNotZero();
    numbers("SYSCALL_FCNTL_X", 200, 6, 4, F_DUPFD_CLOEXEC, 0);
    assertThat(fd(200, 6).openFlags & CLOEXEC).isNotZero();
    numbers("SYSCALL_FCNTL_X", 200, 7, 6, F_DUPFD, 0);
    assertThat(fd(200, 7).openFlags & CLOEXEC).isZero();
    numbers("SYSCALL_FCNTL_X", 200, 0, 7, F_SETFD, 1);
    assertThat(fd(200, 7).openFlags & CLOEXEC).isNotZero();
    assertThat(fd(200, 4).openFlags & CLOEXEC).as("the one it was copied from").isZero();
  }

  @Test
  void standardDescriptorsMakeAShellPipe() {
    numbers("SYSCALL_PIPE_X", 200, 0, 3, 4, 77);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.FIFO);
    assertThat(fd(200, 4).inode).isEqualTo(77);
    numbers("SYSCALL_DUP2_X", 200, 0, 3, 0);
    numbers("SYSCALL_DUP2_X", 200, 1, 4, 1);
    long both = ThreadInfo.PIPE_SOURCE | ThreadInfo.PIPE_DESTINATION;
    assertThat(thread(200).flags & both).isEqualTo(both);
  }

  @Test
  void pipesTakeFlags() {
    numbers("SYSCALL_PIPE2_X", 200, 0, 3, 4, 77, CLOEXEC);
    assertThat(fd(200, 3).openFlags).isEqualTo(CLOEXEC);
    assertThat(state.fdNumber).isEqualTo(4);
  }

  @Test
  void bothEndsOfASocketpair() {
    numbers("SOCKET_SOCKETPAIR_X", 200, 0, 3, 4, 0xAAAA, 0xBBBB, 1, 1, 0);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.UNIX);
    assertThat(fd(200, 3).socket.unixSource()).isEqualTo(0xAAAA);
    assertThat(fd(200, 4).socket.unixDestination()).isEqualTo(0xBBBB);
    assertThat(state.fd).isSameAs(fd(200, 3));
    numbers("SOCKET_SOCKETPAIR_X", 200, 0, -1, -1, 0, 0, 1, 1, 0);
    assertThat(thread(200).fdCount()).isEqualTo(2);
  }

  @Test
  void closeRemovesBehindTheRules() {
    openat(200, 3, AT_FDCWD, "/f", READ);
    begin("SYSCALL_CLOSE_X", 200).number(0).number(3);
    before();
    assertThat(state.fd.name).hasToString("/f");
    assertThat(thread(200).fd(3)).isNotNull();
    tracker.afterMatch(event);
    assertThat(thread(200).fd(3)).isNull();
    openat(200, 3, AT_FDCWD, "/f", READ);
    numbers("SYSCALL_CLOSE_X", 200, -9, 3);
    assertThat(thread(200).fd(3)).isNotNull();
  }

  @Test
  void aRangeIsClosedOrMarked() {
    for (long fd = 3; fd <= 6; fd++) {
      openat(200, fd, AT_FDCWD, "/f" + fd, READ);
    }
    numbers("SYSCALL_CLOSE_RANGE_X", 200, 0, 4, 5, RANGE_CLOEXEC);
    assertThat(fd(200, 4).openFlags & CLOEXEC).isNotZero();
    assertThat(fd(200, 6).openFlags & CLOEXEC).isZero();
    numbers("SYSCALL_CLOSE_RANGE_X", 200, -1, 3, 6, 0);
    assertThat(thread(200).fdCount()).isEqualTo(4);
    numbers("SYSCALL_CLOSE_RANGE_X", 200, 0, 5, 0xFFFF_FFFFL, 0);
    assertThat(thread(200).fd(5)).isNull();
    assertThat(thread(200).fd(6)).isNull();
    assertThat(thread(200).fdCount()).isEqualTo(2);
  }

  @Test
  void memoryFilesHaveNamesAndFlags() {
    begin("SYSCALL_MEMFD_CREATE_X", 200).number(3).text("payload").number(1);
    send();
    assertThat(fd(200, 3).kind).isEqualTo(Kind.MEMFD);
    assertThat(fd(200, 3).name).hasToString("payload");
    begin("SYSCALL_MEMFD_CREATE_X", 200).number(-22).text("x").number(1);
    send();
    assertThat(state.fd.kind.letter()).as("upstream keeps what failed").isEqualTo('?');
  }

  @Test
  void aDescriptorIsFetchedFromAnotherProcess() {
    openat(100, 7, AT_FDCWD, "/secret", READ);
    numbers("SYSCALL_PIDFD_OPEN_X", 200, 3, 100, 0);
    assertThat(fd(200, 3).kind).isEqualTo(Kind.PIDFD);
    assertThat(fd(200, 3).name).hasToString("/proc/100");
    numbers("SYSCALL_PIDFD_GETFD_X", 200, 4, 3, 7, 0);
    assertThat(fd(200, 4).name).hasToString("/secret");
    assertThat(fd(200, 4).openFlags & CLOEXEC).isNotZero();
    numbers("SYSCALL_PIDFD_GETFD_X", 200, 5, 4, 7, 0);
    assertThat(thread(200).fd(5)).as("by a descriptor that is no process").isNull();
  }
}
