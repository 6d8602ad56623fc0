package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.state.ThreadInfo;
import org.junit.jupiter.api.Test;

/** What processes change about themselves, and who looks after the children of those that end. */
class ProcessEventsTest extends TrackedTree {
  private static final long SET_CHILD_SUBREAPER = 36;
  private static final long NOFILE = 7;
  private static final long ALL_CAPABILITIES = (1L << 41) - 1;

  private void exit(long tid, long reaper) {
    numbers("PROCEXIT_1_E", tid, 0, 0, 0, 0, reaper);
  }

  private void chdir(long tid, long result, String path) {
    begin("SYSCALL_CHDIR_X", tid).number(result).text(path);
    send();
  }

  @Test
  void theKernelNamesTheReaper() {
    clone(300, 0, 300, 200, 0);
    clone(301, 0, 301, 300, 0);
    exit(300, 100);
    assertThat(thread(301).ptid).isEqualTo(100);
    assertThat(thread(100).childCount).isEqualTo(2);
    assertThat(thread(100).group().isReaper()).isTrue();
  }

  @Test
  void childrenOfAThreadGoToItsSiblings() {
    clone(201, 0, 200, 100, CLONE_THREAD_FLAGS);
    clone(202, 0, 200, 100, CLONE_THREAD_FLAGS);
    clone(300, 0, 300, 201, 0);
    exit(201, 0);
    assertThat(thread(300).ptid).isEqualTo(200);
  }

  @Test
  void aSubreaperTakesOrphans() {
    begin("SYSCALL_PRCTL_X", 100).number(0).number(SET_CHILD_SUBREAPER).absent().number(1);
    send();
    clone(300, 0, 300, 200, 0);
    exit(200, 0);
    assertThat(thread(300).ptid).isEqualTo(100);
    begin("SYSCALL_PRCTL_X", 100).number(0).number(SET_CHILD_SUBREAPER).absent().number(0);
    send();
    assertThat(thread(100).group().isReaper()).isFalse();
  }

  @Test
  void orphansStayInTheirPidNamespace() {
    long inside = ThreadInfo.CHILD_IN_PIDNS;
    clone("SYSCALL_CLONE_20_X", 300, 0, 300, 200, ThreadInfo.CLONE_NEWPID, 1, 1);
    clone("SYSCALL_CLONE_20_X", 301, 0, 301, 300, inside, 2, 2);
    clone("SYSCALL_CLONE_20_X", 302, 0, 302, 301, inside, 3, 3);
    exit(301, 0);
    assertThat(thread(302).ptid).as("init of the namespace").isEqualTo(300);
    exit(300, 0);
    assertThat(thread(302).ptid).as("nobody is left inside").isZero();
  }

  @Test
  void aReaperIsAskedForChildrenOfWhichAllAreGone() {
    clone(300, 0, 300, 200, 0);
    clone(301, 0, 301, 300, 0);
    exit(301, 0);
    exit(300, 100);
    assertThat(thread(100).group().isReaper()).isTrue();
  }

  @Test
  void aProcessWithoutChildrenNeedsNoReaper() {
    clone(300, 0, 300, 200, 0);
    exit(300, 1000);
    assertThat(tables.thread(1000)).isNull();
  }

  @Test
  void theDirectoryIsThatOfTheProcess() {
    clone(201, 0, 200, 100, CLONE_THREAD_FLAGS);
    chdir(200, 0, "../bob//x/");
    assertThat(thread(201).cwd()).hasToString("/home/bob/x/");
    chdir(200, -2, "/nowhere");
    assertThat(thread(200).cwd()).hasToString("/home/bob/x/");
    chdir(200, 0, "/");
    assertThat(thread(200).cwd()).hasToString("/");
    openat(200, 3, AT_FDCWD, "/opt", DIRECTORY);
    numbers("SYSCALL_FCHDIR_X", 200, 0, 3);
    assertThat(thread(201).cwd()).hasToString("/opt/");
    begin("SYSCALL_GETCWD_X", 200).number(4).text("/srv");
    send();
    assertThat(thread(200).cwd()).hasToString("/srv/");
  }

  @Test
  void aNewRootIsAbsolute() {
    begin("SYSCALL_CHROOT_X", 200).number(0).text("jail");
    send();
    assertThat(thread(200).root).hasToString("/home/eve/jail");
    begin("SYSCALL_CHROOT_X", 200).number(0).text("/jail");
    send();
    assertThat(thread(200).root).hasToString("/jail");
    begin("SYSCALL_CHROOT_X", 200).number(-1).text("/other");
    send();
    assertThat(thread(200).root).hasToString("/jail");
  }

  @Test
  void aSessionBegins() {
    numbers("SYSCALL_SETSID_X", 200, 250);
    assertThat(thread(200).sid).isEqualTo(250);
    numbers("SYSCALL_SETSID_X", 200, -1);
    assertThat(thread(200).sid).isEqualTo(250);
  }

  @Test
  void capabilitiesAreSetAndComeWithAUserNamespace() {
    numbers("SYSCALL_CAPSET_X", 200, 0, 1, 2, 4);
    assertThat(thread(200).capInheritable).isEqualTo(1);
    assertThat(thread(200).capPermitted).isEqualTo(2);
    assertThat(thread(200).capEffective).isEqualTo(4);
    numbers("SYSCALL_CAPSET_X", 200, -1, 7, 7, 7);
    numbers("SYSCALL_UNSHARE_X", 200, 0, ThreadInfo.CLONE_NEWPID);
    assertThat(thread(200).capEffective).isEqualTo(4);
    numbers("SYSCALL_UNSHARE_X", 200, 0, ThreadInfo.CLONE_NEWUSER);
    assertThat(thread(200).capEffective).isEqualTo(ALL_CAPABILITIES);
    numbers("SYSCALL_SETNS_X", 100, 0, 3, ThreadInfo.CLONE_NEWUSER);
    assertThat(thread(100).capPermitted).isEqualTo(ALL_CAPABILITIES);
  }

  @Test
  void limitsOfDescriptorsAreThoseOfTheProcess() {
    clone(201, 0, 200, 100, CLONE_THREAD_FLAGS);
    numbers("SYSCALL_SETRLIMIT_X", 201, 0, 4096, 8192, NOFILE);
    assertThat(thread(200).fdLimit).isEqualTo(4096);
    numbers("SYSCALL_GETRLIMIT_X", 201, 0, 5, 8192, 1);
    assertThat(thread(200).fdLimit).isEqualTo(4096);
    numbers("SYSCALL_PRLIMIT_X", 100, 0, 77, 77, 1, 1, 201, NOFILE);
    assertThat(thread(200).fdLimit).as("of another process").isEqualTo(77);
    numbers("SYSCALL_PRLIMIT_X", 100, 0, 78, 78, 1, 1, 0, NOFILE);
    assertThat(thread(100).fdLimit).as("of itself").isEqualTo(78);
    numbers("SYSCALL_PRLIMIT_X", 100, 0, -1, -1, 1, 1, 0, NOFILE);
    assertThat(thread(100).fdLimit).as("only asked").isEqualTo(78);
  }

  @Test
  void memoryFiguresGoToTheMainThread() {
    clone(201, 0, 200, 100, CLONE_THREAD_FLAGS);
    numbers("SCHEDSWITCH_6_E", 201, 1, 5, 6, 700, 80, 9);
    assertThat(thread(201).majorFaults).isEqualTo(5);
    assertThat(thread(200).vmSizeKb).isEqualTo(700);
    numbers("SYSCALL_BRK_4_X", 200, 0, 701, 81, 10, 0);
    assertThat(thread(200).vmSizeKb).isEqualTo(701);
    assertThat(thread(200).vmSwapKb).isEqualTo(10);
    long size = 702;
    for (String id : new String[] {"SYSCALL_MMAP_X", "SYSCALL_MMAP2_X", "SYSCALL_MUNMAP_X"}) {
      numbers(id, 200, 0, size, 81, 10);
      assertThat(thread(200).vmSizeKb).as(id).isEqualTo(size);
      size++;
    }
  }
}
