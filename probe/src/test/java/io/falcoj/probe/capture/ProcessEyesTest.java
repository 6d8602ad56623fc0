package io.falcoj.probe.capture;

import static io.falcoj.probe.capture.LiveRun.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every field of what the probe tells of identities, name spaces, mounts and tracing. */
class ProcessEyesTest {
  @TempDir private static Path dir;

  private static List<Seen> events;

  @BeforeAll
  static void run() throws Exception {
    ThisKernel.isNeeded();
    events = LiveRun.ofScript("processes.pl", dir);
  }

  @Test
  void namesAndGroups() {
    long pid = one(events, "execve", e -> e.res() == 0 && e.text("exe").endsWith("perl")).tid();
    assertThat(one(events, "setpgid", e -> true).number("pid")).isZero();
    Seen name = one(events, "prctl", e -> e.number("option") == 15);
    assertThat(name.text("arg2_str")).isEqualTo("renamed-task");
    Seen reaper = one(events, "prctl", e -> e.number("option") == 36);
    assertThat(reaper.has("arg2_str")).isFalse();
    assertThat(reaper.number("arg2_int")).isEqualTo(1);
    assertThat(one(events, "kill", e -> e.number("pid") == pid).number("sig")).isZero();
    Seen tgkill = one(events, "tgkill", e -> true);
    assertThat(tgkill.number("pid")).isEqualTo(pid);
    assertThat(tgkill.number("tid")).isEqualTo(pid);
  }

  @Test
  void mountsAndNameSpaces() {
    assertThat(one(events, "unshare", e -> true).number("flags")).isEqualTo(32 | 128);
    Seen mount = one(events, "mount", e -> e.text("type").equals("tmpfs"));
    assertThat(mount.text("dev")).isEqualTo("none");
    assertThat(mount.text("dir")).isEqualTo(dir + "/m");
    assertThat(mount.number("flags")).isEqualTo(2 | 4);
    Seen umount = one(events, "umount2", e -> true);
    assertThat(umount.text("name")).isEqualTo(dir + "/m");
    assertThat(umount.number("flags")).isEqualTo(2);
    Seen setns = one(events, "setns", e -> true);
    assertThat(setns.number("nstype")).isEqualTo(128);
    assertThat(one(events, "chroot", e -> true).text("path")).isEqualTo(dir.toString());
  }

  @Test
  void tracingAndModules() {
    Seen ptrace = one(events, "ptrace", e -> true);
    assertThat(ptrace.number("request")).isEqualTo(1);
    assertThat(ptrace.bytes("addr")).hasSize(9);
    assertThat(one(events, "bpf", e -> true).number("cmd")).isZero();
    Seen init = one(events, "init_module", e -> true);
    assertThat(init.text("img")).isEqualTo("no module");
    assertThat(init.number("length")).isEqualTo(9);
    assertThat(init.text("uargs")).isEqualTo("par=1");
    Seen finit = one(events, "finit_module", e -> true);
    assertThat(finit.text("uargs")).isEqualTo("par=2");
    assertThat(finit.number("flags")).isEqualTo(1);
    assertThat(one(events, "delete_module", e -> true).text("name")).isEqualTo("nomodule");
    assertThat(one(events, "delete_module", e -> true).number("flags")).isEqualTo(2);
    assertThat(one(events, "seccomp", e -> true).number("op")).isEqualTo(1);
  }

  @Test
  void descriptorsOfOtherKinds() {
    Seen memfd = one(events, "memfd_create", e -> true);
    assertThat(memfd.text("name")).isEqualTo("hidden");
    assertThat(memfd.number("flags")).isEqualTo(1);
    Seen eventfd = one(events, "eventfd2", e -> true);
    assertThat(eventfd.number("flags")).isEqualTo(4096);
    assertThat(eventfd.number("initval")).isEqualTo(3);
    assertThat(one(events, "signalfd4", e -> true).number("flags")).isEqualTo(64);
    assertThat(one(events, "timerfd_create", e -> true).number("clockid")).isEqualTo(1);
    assertThat(one(events, "inotify_init1", e -> true).number("flags")).isEqualTo(64);
    assertThat(one(events, "epoll_create1", e -> true).number("flags")).isEqualTo(1);
    assertThat(one(events, "io_uring_setup", e -> true).number("entries")).isEqualTo(4);
    assertThat(one(events, "pidfd_open", e -> true).res()).isPositive();
  }

  @Test
  void waitingAndKeysAndSemaphores() {
    byte[] nobody = {1, 0, 99, 0, 0, 0, 0, 0, 0, 0, 64, 0};
    Seen poll = one(events, "poll", e -> e.res() == 1);
    assertThat(poll.bytes("fds")).isEqualTo(nobody);
    Seen ppoll = one(events, "ppoll", e -> true);
    assertThat(ppoll.bytes("fds")).isEqualTo(nobody);
    Seen join = one(events, "keyctl", e -> e.number("operation") == 1);
    assertThat(join.text("arg2")).isEqualTo("\u0001ring");
    assertThat(join.bytes("arg3")).isEqualTo(new byte[9]);
    Seen forget = one(events, "keyctl", e -> e.number("operation") == 21);
    assertThat(forget.bytes("arg2")).containsExactly(0, -5, -1, -1, -1, -1, -1, -1, -1);
    Seen fsconfig = one(events, "fsconfig", e -> true);
    assertThat(fsconfig.text("key")).isEqualTo("key");
    assertThat(fsconfig.has("value_charbuf")).isFalse();
    Seen semget = one(events, "semget", e -> true);
    Seen semop = one(events, "semop", e -> true);
    assertThat(semop.number("semid")).isEqualTo(semget.res());
    assertThat(semop.number("sem_op_0")).isEqualTo(1);
    assertThat(semop.number("sem_flg_0")).isEqualTo(1);
    assertThat(semop.number("sem_op_1")).isZero();
  }

  @Test
  void memoryThatCanBeRun() {
    Seen mmap = one(events, "mmap", e -> e.number("prot") == 7);
    assertThat(mmap.number("length")).isEqualTo(8192);
    assertThat(mmap.number("flags")).isEqualTo(2 | 8);
    assertThat(mmap.number("fd")).isEqualTo(-1);
    assertThat(mmap.number("vm_size")).isPositive();
    Seen mprotect = one(events, "mprotect", e -> e.number("addr") == mmap.res());
    assertThat(mprotect.number("prot")).isEqualTo(1);
    assertThat(one(events, "munmap", e -> e.number("addr") == mmap.res()).number("length"))
        .isEqualTo(8192);
  }

  @Test
  void identities() {
    assertThat(one(events, "setgid", e -> true).number("gid")).isZero();
    assertThat(one(events, "setresgid", e -> true).number("egid")).isEqualTo(5);
    Seen setresuid = one(events, "setresuid", e -> true);
    assertThat(setresuid.number("ruid")).isEqualTo(1001);
    assertThat(setresuid.number("euid")).isEqualTo(1002);
    assertThat(setresuid.res()).isZero();
    assertThat(one(events, "setuid", e -> true).res()).isZero();
    Seen limits = one(events, "prlimit", e -> e.number("resource") == 7);
    assertThat(limits.number("oldcur")).isPositive();
  }
}
