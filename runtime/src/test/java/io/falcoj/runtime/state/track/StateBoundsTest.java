package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.limits.StateFigures;
import io.falcoj.runtime.state.limits.StateLimits;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the tables hold is charged, never beyond the limit, and given back to the last byte. */
class StateBoundsTest {
  private static final long LIMIT = 300_000;

  private final StateTables tables = new StateTables(new StateLimits(100, 20, 10, 10, LIMIT));
  private final StateTracker tracker = new StateTracker(tables, new EventState());
  private final SyscallDecoder decoder = new SyscallDecoder();
  private final Event event = new Event();
  private final EventEncoder encoder = new EventEncoder();
  private long time = 1_000_000_000_000L;

  private EventEncoder begin(String type, long tid) {
    time += 3_000_000_000L;
    return encoder.begin(EventTable.standard().byId(type), time, tid);
  }

  private void happens() {
    assertThat(decoder.decode(encoder.toRaw(new RawEvent()), event, 1)).isTrue();
    tracker.beforeMatch(event);
    tracker.afterMatch(event);
    assertThat(tables.figures().bytes()).isBetween(0L, LIMIT);
  }

  private void clone(long tid, long pid, long parent, int argsLength) {
    begin("SYSCALL_CLONE_20_X", tid).number(0).text("/bin/sh").text("x".repeat(argsLength));
    encoder.number(tid).number(pid).number(parent).text("/").number(1024);
    encoder.number(0).number(0).number(0).number(0).number(0).text("sh").texts(List.of("cpu=/"));
    encoder.number(tid == pid ? 0 : 0x2000).number(0).number(0).number(tid).number(pid);
    happens();
  }

  private void exit(long tid) {
    begin("PROCEXIT_1_E", tid).number(0).number(0).number(0).number(0).number(0);
    happens();
  }

  private void open(long tid, long fd, int nameLength) {
    open(tid, fd, "/" + "n".repeat(nameLength));
  }

  private void open(long tid, long fd, String name) {
    begin("SYSCALL_OPEN_X", tid).number(fd).text(name).number(1);
    encoder.number(0).number(0).number(0);
    happens();
  }

  private void execve(long tid, int argsLength) {
    begin("SYSCALL_EXECVE_19_X", tid).number(0).text("/bin/x").text("y".repeat(argsLength));
    encoder.number(tid).number(tid).number(1).text("/").number(1024);
    happens();
  }

  @Test
  void whatIsGoneIsGivenBack() {
    clone(10, 10, 1, 200);
    long one = tables.figures().bytes();
    clone(11, 11, 10, 200);
    open(11, 3, 500);
    clone(12, 12, 11, 0);
    begin("SYSCALL_CLOSE_X", 11).number(0).number(3);
    happens();
    assertThat(tables.figures().fds()).as("the child still has it").isEqualTo(1);
    exit(12);
    exit(11);
    assertThat(tables.figures().bytes()).isEqualTo(one);
    exit(10);
    tracker.section();
    assertThat(tables.figures().bytes()).isZero();
  }

  @Test
  void textsAreCutWhenMemoryIsShort() {
    for (int tid = 2; tid < 80; tid++) {
      clone(tid, tid, 1, 0);
    }
    execve(5, 60_000);
    ThreadInfo large = tables.thread(5);
    assertThat(large).isNotNull();
    assertThat(large.args().length()).as("three times as long does not fit").isEqualTo(64);
    assertThat(tables.figures().textsCut()).isPositive();
    execve(6, 1000);
    assertThat(tables.thread(6).args().length()).isEqualTo(1000);
  }

  @Test
  void whatIsMadeOfOtherTextsIsAbsentRatherThanCut() {
    String id = "3ad7b26ded6d";
    String groups = "cpu=/docker/" + id + "0".repeat(52);
    clone(5, 5, 1, 0);
    begin("SYSCALL_EXECVE_19_X", 5).number(0).text("/bin/x").text("y").number(5).number(5);
    encoder.number(1).text("/").number(1024).number(0).number(0).number(0).number(0).number(0);
    encoder.text("x").texts(List.of(groups)).texts(List.of("LONG=" + "v".repeat(100)));
    happens();
    ThreadInfo thread = tables.thread(5);
    assertThat(thread).isNotNull();
    chdir(5, "/" + "d".repeat(100));
    assertThat(thread.cwd().toString()).endsWith("/").hasSize(102);
    assertThat(thread.cgroups).hasToString(groups);
    thread.keepEnter(new byte[(int) LIMIT], 0, (int) LIMIT);
    chdir(5, "/" + "e".repeat(100));

    assertThat(tables.figures().textsCut()).isPositive();
    assertThat(thread.cwd()).as("as where it is not known").hasToString("./");
    assertThat(thread.env()).hasToString("");
    assertThat(thread.cgroups).isSameAs(ThreadInfo.NO_CGROUPS);
    assertThat(thread.containerId).hasToString(id);
    begin("SYSCALL_CHROOT_X", 5).number(0).text("/");
    happens();
    assertThat(thread.containerId).as("not looked for in nothing").hasToString(id);
    open(5, 3, "x");
    assertThat(thread.fd(3).name).hasToString("./x");
  }

  private void chdir(long tid, String path) {
    begin("SYSCALL_CHDIR_X", tid).number(0).text(path);
    happens();
  }

  @Test
  void descriptorsThatDoNotFitAreRefused() {
    clone(2, 2, 1, 0);
    open(2, 3, 60_000);
    open(2, 4, 60_000);
    open(2, 5, 60_000);
    assertThat(tables.figures().fdsRefused()).isZero();
    open(2, 6, 60_000);
    open(2, 7, 60_000);
    assertThat(tables.figures().fdsRefused()).isPositive();
    assertThat(tables.figures().fds() + tables.figures().fdsRefused()).isEqualTo(5);
  }

  @Test
  void anyOrderOfEventsAddsUp() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      long tid = 2 + random.nextInt(150);
      switch (random.nextInt(8)) {
        case 0, 1 -> clone(tid, tid, 1 + random.nextInt(150), random.nextInt(300));
        case 2 -> clone(tid, 2 + random.nextInt(150), 1, random.nextInt(300));
        case 3 -> exit(tid);
        case 4 -> execve(tid, random.nextInt(3000));
        case 5 -> {
          begin("SYSCALL_CLOSE_X", tid).number(0).number(random.nextInt(30));
          happens();
        }
        case 6 -> {
          begin("SYSCALL_DUP2_X", tid).number(random.nextInt(30)).number(3);
          encoder.number(random.nextInt(5000));
          happens();
        }
        default -> open(tid, random.nextInt(5000), random.nextInt(2000));
      }
    }
    StateFigures figures = tables.figures();
    assertThat(figures.threads()).isBetween(1L, 100L);
    tracker.section();
    assertThat(tables.figures().bytes()).isZero();
    assertThat(tables.figures().fds()).isZero();
  }
}
