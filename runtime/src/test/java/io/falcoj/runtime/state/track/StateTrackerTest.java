package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.state.ThreadInfo;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What holds whatever the event: order of removal, sharing, limits. */
class StateTrackerTest extends TrackedTree {
  @Test
  void callerFirstAndChildFirstMakeTheSameChild() {
    clone(200, 300, 200, 100, 0);
    clone(300, 0, 300, 200, 0);
    clone(301, 0, 301, 200, 0);
    clone(200, 301, 200, 100, 0);
    for (long tid : new long[] {300, 301}) {
      ThreadInfo child = thread(tid);
      assertThat(child.ptid).isEqualTo(200);
      assertThat(child.cmdline()).hasToString("bash -c id");
      assertThat(child.cwd()).hasToString("/home/eve/");
      assertThat(child.exepath).hasToString("/bin/bash");
      assertThat(tables.ancestorProcess(child, 2)).isSameAs(thread(100));
    }
    assertThat(thread(200).childCount).isEqualTo(2);
  }

  @Test
  void childThatIsGoneDoesNotComeBack() {
    clone(300, 0, 300, 200, 0);
    procexit(300);
    send();
    clone(200, 300, 200, 100, 0);
    assertThat(tables.thread(300)).isNull();
  }

  @Test
  void threadsShareDescriptorsAndProcessesCopyThem() {
    openat(200, 3, -100, "../a/./b", 1);
    clone(201, 0, 200, 100, CLONE_THREAD_FLAGS);
    clone(300, 0, 300, 200, 0);
    assertThat(thread(201).fd(3)).isSameAs(thread(200).fd(3));
    assertThat(thread(300).fd(3).name).hasToString("/home/a/b");
    begin("SYSCALL_CLOSE_X", 201).number(0).number(3);
    before();
    assertThat(state.fd.name).hasToString("/home/a/b");
    assertThat(state.fdNumber).isEqualTo(3);
    tracker.afterMatch(event);
    assertThat(thread(200).fd(3)).isNull();
    assertThat(thread(300).fd(3)).isNotNull();
  }

  @Test
  void changeToAnInheritedDescriptorStaysWithItsProcess() {
    openat(200, 3, -100, "/x", 1);
    clone(300, 0, 300, 200, 0);
    begin("SYSCALL_FCNTL_X", 300).number(0).number(3).number(3).number(1);
    send();
    execve(300, "ls", "cpu=/");
    execve(200, "ls", "cpu=/");
    assertThat(thread(300).fd(3)).isNull();
    assertThat(thread(200).fd(3)).isNotNull();
  }

  @Test
  void execveEndsSiblingThreadsBeforeRulesLook() {
    clone(201, 0, 200, 100, CLONE_THREAD_FLAGS);
    assertThat(thread(200).threadCount()).isEqualTo(2);
    execve(200, "ls", "cpu=/");
    assertThat(tables.thread(201)).isNull();
    assertThat(thread(200).cmdline()).hasToString("ls -l");
    assertThat(thread(200).env()).hasToString("A=1");
  }

  @Test
  void exitingThreadIsThereForRulesAndItsChildrenGoToTheReaper() {
    clone(300, 0, 300, 200, 0);
    procexit(200);
    before();
    assertThat(state.thread).isNotNull();
    assertThat(state.thread.comm).hasToString("bash");
    tracker.afterMatch(event);
    assertThat(tables.thread(200)).isNull();
    assertThat(thread(300).ptid).isEqualTo(1);
  }

  @Test
  void mainThreadStaysUntilTheLastThreadExits() {
    clone(201, 0, 200, 100, CLONE_THREAD_FLAGS);
    procexit(200);
    send();
    assertThat(thread(200).isDead()).isTrue();
    assertThat(thread(201).cwd()).hasToString("/home/eve/");
    procexit(201);
    send();
    assertThat(tables.thread(200)).isNull();
    assertThat(tables.thread(201)).isNull();
  }

  @Test
  void unknownThreadIsANumberOnly() {
    openat(999, 3, -100, "f", 1);
    ThreadInfo thread = thread(999);
    assertThat(thread.comm).hasToString("<NA>");
    assertThat(thread.pid).isEqualTo(-1);
    assertThat(thread.fd(3).name).hasToString("./f");
  }

  @Test
  void containerIsFoundInCgroups() {
    String id = "3ad7b26ded6d8e7b23da7d48fe889434573036c27ae5a74837233de441c3601e";
    execve(200, "sh", "cpuset=/docker/" + id);
    assertThat(thread(200).containerId).hasToString("3ad7b26ded6d");
    assertThat(thread(100).containerId).hasToString("host");
    begin("ASYNCEVENT_E", -1)
        .number(0)
        .text("container")
        .bytes(
            "{\"container\":{\"id\":\"3ad7b26ded6d\",\"name\":\"web\",\"type\":0}}\0"
                .getBytes(StandardCharsets.UTF_8));
    send();
    execve(200, "sh", "cpuset=/docker/" + id);
    assertThat(tables.container(state).name()).hasToString("web");
    assertThat(tables.container(state).typeName()).hasToString("docker");
  }

  @Test
  void connectNamesTheSocketAndItsEnds() {
    begin("SOCKET_SOCKET_X", 200).number(4).number(2).number(1).number(6).number(0);
    send();
    begin("SOCKET_CONNECT_X", 200)
        .number(0)
        .tuple(new byte[] {10, 0, 0, 1}, 4000, new byte[] {10, 0, 0, 2}, 443)
        .number(4)
        .address(new byte[] {10, 0, 0, 2}, 443);
    send();
    assertThat(state.fd.name).hasToString("10.0.0.1:4000->10.0.0.2:443");
    assertThat(state.fdNameChanged).isTrue();
    assertThat(state.fd.client).isTrue();
    assertThat(state.fd.kind).isEqualTo(Kind.IPV4);
    assertThat(state.fd.destinationPort()).isEqualTo(443);
  }

  @Test
  void tablesHaveLimitsAndCountWhatTheyRefuse() {
    for (int fd = 0; fd < 7; fd++) {
      openat(200, fd, -100, "/f" + fd, 1);
    }
    assertThat(thread(200).fdCount()).isEqualTo(5);
    assertThat(tables.counters().fdsRefused).isEqualTo(2);
    for (int tid = 1000; tid < 1200; tid++) {
      openat(tid, -2, -100, "/x", 1);
    }
    assertThat(tables.threads().size()).isEqualTo(100);
    assertThat(tables.counters().threadsRefused).isPositive();
  }

  @Test
  void processesThatLostTheirThreadsMakeRoom() {
    for (int pid = 10_000; pid < 10_400; pid++) {
      openat(5000, 3, AT_FDCWD, "/x", READ);
      beginExecve(5000, pid, "sh", "cpu=/");
      send();
      clone(5000, 0, 5000, 200, 0);
      procexit(5000);
      send();
    }
    assertThat(tables.counters().processesForgotten).isPositive();
    assertThat(tables.figures().threads()).isLessThanOrEqualTo(100);
  }
}
