package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.state.ThreadInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Processes become other programs. */
class ExecEventsTest extends TrackedTree {
  private static final long EMPTY_PATH = 1;

  /** An execve with all parameters of today. */
  private void execve(long tid, String trustedPath, long flags) {
    EventEncoder e = beginExecve(tid, "ls", "cpu=/");
    e.number(34816).number(17).number(1000).number(flags);
    e.number(1).number(2).number(3).number(77).number(500).number(600).number(1001);
    e.text(trustedPath).number(18).number(1002).text("ls");
    send();
  }

  /** An execve of a recording that does not tell the program's path, behind its start. */
  private void oldExecve(long tid) {
    beginExecve(tid, "ls", "cpu=/");
    send();
  }

  private void execveat(long dirfd, String path, long flags) {
    begin("SYSCALL_EXECVEAT_E", 200).number(dirfd).text(path).number(flags);
    send();
  }

  @Test
  void everythingAboutTheProgramIsNew() {
    execve(200, "/usr/bin/ls", 1 | 1 << 1 | 1 << 2);
    ThreadInfo thread = thread(200);
    assertThat(thread.exepath).hasToString("/usr/bin/ls");
    assertThat(thread.comm).hasToString("ls");
    assertThat(thread.tty).isEqualTo(34816);
    assertThat(thread.vpgid).isEqualTo(17);
    assertThat(thread.pgid).isEqualTo(18);
    assertThat(thread.loginuid).isEqualTo(1000);
    assertThat(thread.uid).isEqualTo(1001);
    assertThat(thread.gid).isEqualTo(1002);
    assertThat(thread.capInheritable).isEqualTo(1);
    assertThat(thread.capPermitted).isEqualTo(2);
    assertThat(thread.capEffective).isEqualTo(3);
    assertThat(thread.exeInode).isEqualTo(77);
    assertThat(thread.exeWritable).isTrue();
    assertThat(thread.exeUpperLayer).isTrue();
    assertThat(thread.exeFromMemfd).isTrue();
    assertThat(thread.exeLowerLayer).isFalse();
    assertThat(thread.lastExecTime).isEqualTo(clock);
  }

  @Test
  void aFileThatIsGoneLosesTheKernelsMark() {
    execve(200, "/tmp/x (deleted)", 0);
    assertThat(thread(200).exepath).hasToString("/tmp/x");
    execve(200, " (deleted)", 0);
    assertThat(thread(200).exepath).hasToString(" (deleted)");
  }

  @Test
  void aFailedCallChangesNothing() {
    begin("SYSCALL_EXECVE_19_X", 200).number(-2).text("ls");
    send();
    assertThat(thread(200).comm).hasToString("bash");
  }

  @Test
  void withoutTheKernelsWordThePathIsThatOfTheStart() {
    begin("SYSCALL_EXECVE_19_E", 200).text("../bin/./ls");
    send();
    oldExecve(200);
    assertThat(thread(200).exepath).hasToString("/home/bin/ls");
    oldExecve(200);
    assertThat(thread(200).exepath).as("no start was seen").hasToString("/home/bin/ls");
  }

  @Test
  void execveatIsRelativeToItsDescriptor() {
    openat(200, 3, AT_FDCWD, "/opt", DIRECTORY);
    openat(200, 4, AT_FDCWD, "/opt/tool", READ);
    execveat(3, "tool", 0);
    oldExecve(200);
    assertThat(thread(200).exepath).hasToString("/opt/tool");
    execveat(4, "<NA>", EMPTY_PATH);
    oldExecve(200);
    assertThat(thread(200).exepath).as("by descriptor").hasToString("/opt/tool");
    execveat(9, "tool", 0);
    oldExecve(200);
    assertThat(thread(200).exepath).as("descriptor not known").hasToString("<NA>");
    execveat(9, "/bin/tool", 0);
    oldExecve(200);
    assertThat(thread(200).exepath).as("absolute").hasToString("/bin/tool");
  }

  @Test
  void whatClosesOnExecIsGone() {
    openat(200, 3, AT_FDCWD, "/a", READ | CLOEXEC);
    openat(200, 4, AT_FDCWD, "/b", READ);
    begin("SYSCALL_MEMFD_CREATE_X", 200).number(5).text("m").number(1);
    send();
    numbers("SYSCALL_EPOLL_CREATE1_X", 200, 6, 1);
    execve(200, "/bin/ls", 0);
    assertThat(thread(200).fd(3)).isNull();
    assertThat(fd(200, 4).name).hasToString("/b");
    assertThat(thread(200).fd(5)).isNull();
    assertThat(thread(200).fd(6)).isNull();
  }

  @Test
  void aThreadThatExecutesTakesOverItsDeadProcess() {
    clone(201, 0, 200, 100, CLONE_THREAD_FLAGS);
    procexit(200);
    send();
    assertThat(thread(200).isDead()).isTrue();
    execve(200, "/bin/ls", 0);
    assertThat(thread(200).isDead()).isFalse();
    assertThat(tables.thread(201)).isNull();
    assertThat(thread(200).threadCount()).isEqualTo(1);
  }

  @Test
  void anUnknownThreadFindsItsParent() {
    execve(900, "/bin/ls", 0);
    assertThat(thread(900).ptid).isEqualTo(100);
    assertThat(thread(900).vpid).isEqualTo(900);
    assertThat(tables.ancestorProcess(thread(900), 1)).isSameAs(thread(100));
  }

  @Test
  void controlGroupsThatAreNoneChangeNothing() {
    beginExecve(200, "ls", "cpu=/a");
    send();
    beginExecve(200, "ls", "nonsense");
    send();
    assertThat(thread(200).cgroups).hasToString("cpu=/a");
    assertThat(List.of(thread(200).containerId.toString())).containsExactly("host");
  }
}
