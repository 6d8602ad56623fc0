package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.value.ByteSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Events of a live machine that are older than its snapshot. Bash's descriptors were looked at
 * 10,000 ns behind the first event, all threads 20,000 ns.
 */
class OverlapTest extends TrackedTree {
  private static final long TABLE = 10_000;
  private static final long THREADS = 20_000;
  private static final long CHDIR_OK = 0;
  private long began;

  @BeforeEach
  void snapshotOfALiveMachine() {
    began = clock;
    tracker.section();
    tracker.thread(live(1, 0, "init", "/", 1));
    tracker.thread(live(100, 1, "sshd", "/", 1));
    tracker.thread(live(200, 100, "bash", "/home/eve", 1));
    file(200, 5, "/now/five");
    file(200, 6, "/was/five");
  }

  private ThreadEntry live(long pid, long ppid, String comm, String cwd, long startedAt) {
    ThreadEntry entry = entry(pid, ppid, comm, cwd);
    entry.startedAt = startedAt;
    entry.descriptorsSeenAt = began + TABLE;
    entry.seenAt = began + THREADS;
    return entry;
  }

  private void file(long tid, long fd, String name) {
    ByteSlice none = ByteSlice.EMPTY;
    int kind = Kind.FILE_V2.ordinal();
    tracker.descriptor(
        new FdEntry(tid, fd, 9, kind, 1, 5, none, 0, none, 0, 0, 0, 0, ByteSlice.of(name)));
  }

  private void at(long offset) {
    clock = began + offset - 1_000;
  }

  @Test
  void whatWasDoneToDescriptorsBeforeTheyWereSeenIsNotDoneAgain() {
    at(1_000);
    numbers("SYSCALL_DUP_1_X", 200, 6, 5); // five was another file then
    openat(200, 7, AT_FDCWD, "/closed/again", READ);
    assertThat(state.fd).isNotNull();
    assertThat(state.fd.name).hasToString("/closed/again"); // rules see what was opened
    numbers("SYSCALL_CLOSE_X", 200, 0, 5);
    openat(200, 5, AT_FDCWD, "/not/yet", READ);
    assertThat(fd(200, 5).name).hasToString("/now/five");
    assertThat(fd(200, 6).name).hasToString("/was/five");
    assertThat(thread(200).fd(7)).isNull();
  }

  @Test
  void whatIsDoneToDescriptorsBehindTheLookIsDone() {
    at(TABLE);
    numbers("SYSCALL_DUP_1_X", 200, 8, 5);
    numbers("SYSCALL_CLOSE_X", 200, 0, 6);
    openat(200, 5, AT_FDCWD, "/opened", READ);
    assertThat(fd(200, 8).name).hasToString("/now/five");
    assertThat(fd(200, 5).name).hasToString("/opened");
    assertThat(thread(200).fd(6)).isNull();
  }

  @Test
  void aRelativeChangeOfDirectoryThatWasSeenIsNotMadeTwice() {
    at(1_000);
    begin("SYSCALL_CHDIR_X", 200).number(CHDIR_OK).text("eve");
    send();
    assertThat(thread(200).cwd()).hasToString("/home/eve/");
    at(THREADS);
    begin("SYSCALL_CHDIR_X", 200).number(CHDIR_OK).text("files");
    send();
    assertThat(thread(200).cwd()).hasToString("/home/eve/files/");
  }

  @Test
  void aChildThatTheSnapshotKnowsStaysAsItIs() {
    tracker.thread(live(300, 200, "later", "/tmp", began + 2_000));
    file(300, 3, "/own");
    at(3_000);
    clone(300, 0, 300, 200, 0);
    clone(200, 300, 200, 100, 0);
    assertThat(thread(300).comm).hasToString("later");
    assertThat(thread(300).cwd()).hasToString("/tmp/");
    assertThat(fd(300, 3).name).hasToString("/own");
    assertThat(thread(300).fd(5)).isNull();
  }

  @Test
  void aChildThatBeganBehindTheListOfDescriptorsHasThoseOfItsParent() {
    ThreadEntry child = live(300, 200, "bash", "/home/eve", began + TABLE + 1_000);
    child.descriptorsSeenAt = 0;
    tracker.thread(child);
    at(TABLE + 2_000);
    clone(300, 0, 300, 200, 0);
    numbers("SYSCALL_CLOSE_X", 300, 0, 6);
    clone(200, 300, 200, 100, 0);
    assertThat(fd(300, 5).name).hasToString("/now/five");
    assertThat(thread(300).fd(6)).isNull();
    assertThat(fd(200, 6).name).hasToString("/was/five");
  }

  @Test
  void anExitBelongsToTheEarlierThreadOfTheNumber() {
    tracker.thread(live(300, 200, "second", "/", began + 5_000));
    at(2_000);
    procexit(300);
    send();
    assertThat(thread(300).comm).hasToString("second");
    at(6_000);
    procexit(300);
    send();
    assertThat(tables.thread(300)).isNull();
  }

  @Test
  void anExecThatWasSeenMayBeToldAgain() {
    at(1_000);
    execve(200, "/bin/first", "cpu=/");
    execve(200, "/bin/second", "cpu=/");
    assertThat(thread(200).exe).hasToString("/bin/second");
    assertThat(fd(200, 5).name).hasToString("/now/five");
  }
}
