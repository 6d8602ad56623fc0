package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.state.ThreadInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads begin, seen from their callers and from themselves, in either order. */
class CloneEventsTest extends TrackedTree {
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SYSCALL_CLONE_20_X",
        "SYSCALL_FORK_20_X",
        "SYSCALL_VFORK_20_X",
        "SYSCALL_CLONE3_X"
      })
  void allCallsMakeTheSameChild(String call) {
    clone(call, 300, 0, 300, 200, 0, 300, 300);
    clone(call, 200, 300, 200, 100, 0, 200, 200);
    ThreadInfo child = thread(300);
    assertThat(child.pid).isEqualTo(300);
    assertThat(child.sid).isEqualTo(200);
    assertThat(child.cwd()).hasToString("/home/eve/");
    assertThat(child.exepath).hasToString("/bin/bash");
    assertThat(child.cloneTime).isEqualTo(clock - 1_000);
    assertThat(thread(200).childCount).isEqualTo(1);
  }

  @Test
  void theChildOfVforkIsMadeByItsOwnReturnOnly() {
    clone("SYSCALL_VFORK_20_X", 200, 300, 200, 100, 0, 200, 200);
    clone(200, 301, 200, 100, ThreadInfo.CLONE_VFORK);
    assertThat(tables.thread(300)).isNull();
    assertThat(tables.thread(301)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      longs = {ThreadInfo.CHILD_IN_PIDNS, ThreadInfo.CLONE_NEWPID, ThreadInfo.CLONE_PARENT})
  void theReturnInTheCallerMayHaveANumberOfAnotherNamespace(long flag) {
    clone(200, 7, 200, 100, flag);
    assertThat(tables.thread(7)).isNull();
  }

  @Test
  void aChildInAPidNamespaceHasNumbersOfItsOwn() {
    clone("SYSCALL_CLONE_20_X", 300, 0, 300, 200, ThreadInfo.CHILD_IN_PIDNS, 7, 7);
    assertThat(thread(300).vtid).isEqualTo(7);
    assertThat(thread(300).vpid).isEqualTo(7);
    assertThat(thread(300).isInPidNamespace()).isTrue();
    clone(300, 8, 300, 200, 0);
    assertThat(tables.thread(8)).as("made by a caller inside").isNull();
  }

  @Test
  void aThreadBelongsToItsCallersProcess() {
    clone(200, 201, 200, 100, CLONE_THREAD_FLAGS);
    ThreadInfo thread = thread(201);
    assertThat(thread.pid).isEqualTo(200);
    assertThat(thread.ptid).isEqualTo(100);
    assertThat(thread.main()).isSameAs(thread(200));
    assertThat(thread(200).threadCount()).isEqualTo(2);
  }

  @Test
  void anUnknownCallerIsIntroducedByItsChild() {
    clone(900, 901, 900, 100, 0);
    assertThat(thread(900).comm).hasToString("bash");
    assertThat(thread(900).ptid).isEqualTo(100);
    assertThat(thread(901).ptid).isEqualTo(900);
    assertThat(thread(901).exepath.isEmpty()).isTrue();
  }

  @Test
  void anUnknownMainThreadIsIntroducedByItsThread() {
    clone(951, 0, 950, 100, CLONE_THREAD_FLAGS);
    assertThat(thread(950).pid).isEqualTo(950);
    assertThat(thread(950).comm).hasToString("bash");
    assertThat(thread(951).main()).isSameAs(thread(950));
  }

  @Test
  void anEntryWhoseExitWasMissedIsReplaced() {
    clone(200, 300, 200, 100, 0);
    ThreadInfo old = thread(300);
    clock += SECOND;
    clone(300, 0, 300, 200, 0);
    assertThat(thread(300)).as("made a second before").isSameAs(old);
    clock += 2 * SECOND;
    clone(300, 0, 300, 200, 0);
    assertThat(thread(300)).as("made three seconds before").isNotSameAs(old);
    ThreadInfo made = thread(300);
    clock -= SECOND;
    clone(300, 0, 300, 200, 0);
    assertThat(thread(300)).as("made after the event").isNotSameAs(made);
  }

  @Test
  void aNumberUsedAgainIsReplacedByTheCaller() {
    clone(200, 300, 200, 100, 0);
    ThreadInfo old = thread(300);
    clone(200, 300, 200, 100, 0);
    assertThat(thread(300)).isNotSameAs(old);
    assertThat(state.thread).isSameAs(thread(200));
  }

  @Test
  void anExitIsRememberedFromTheNextEventOn() {
    clone(300, 0, 300, 200, 0);
    procexit(300);
    send();
    clock += 3 * SECOND;
    clone(200, 300, 200, 100, 0);
    assertThat(tables.thread(300)).as("the first event behind the exit").isNull();
    clock += 3 * SECOND;
    clone(200, 300, 200, 100, 0);
    assertThat(tables.thread(300)).as("three seconds later").isNotNull();
  }

  @Test
  void aFailedCallMakesNothing() {
    clone(200, -11, 200, 100, 0);
    assertThat(tables.threads().size()).isEqualTo(3);
  }
}
