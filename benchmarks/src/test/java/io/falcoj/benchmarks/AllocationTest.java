package io.falcoj.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Events that match no rule and add nothing to a table leave no garbage: not in decoding, not in
 * state, not in the shipped rules.
 */
class AllocationTest {
  private static final Path RULES = Path.of("../rules/src/main/falco/syscall");
  private static final long TID = 200;
  private static final long FAILED = -2;

  /** The JVM's own bookkeeping, such as a lazily linked call, in no proportion to the events. */
  private static final long SLACK = 4096;

  private final List<byte[]> events = new ArrayList<>();
  private final EventEncoder encoder = new EventEncoder();
  private final RawEvent view = new RawEvent();
  private StageLane lane;

  @BeforeEach
  void oneProcess() throws Exception {
    lane = new StageLane(Stage.MATCH, Rules.compile(List.of(RULES)));
    lane.section();
    ThreadEntry entry = new ThreadEntry();
    entry.tid = TID;
    entry.pid = TID;
    entry.ptid = 1;
    entry.vtid = TID;
    entry.vpid = TID;
    entry.comm = ByteSlice.of("indexer");
    entry.exe = ByteSlice.of("indexer");
    entry.exepath = ByteSlice.of("/usr/bin/indexer");
    entry.cwd = ByteSlice.of("/home/eve");
    lane.thread(entry);
  }

  private EventEncoder begin(String id) {
    return encoder.begin(EventTable.standard().byId(id), 1_000_000_000L, TID);
  }

  private void add() {
    events.add(encoder.toBytes());
  }

  private void open(long result, String path) {
    begin("SYSCALL_OPENAT_2_X").number(result).number(-100).text(path).number(1);
    encoder.number(0).number(5).number(77);
    add();
  }

  private void deliver() {
    for (int i = 0; i < events.size(); i++) {
      byte[] bytes = events.get(i);
      lane.event(view.wrap(bytes, 0, bytes.length, 0, 0));
    }
  }

  private long allocated(int rounds) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < rounds; i++) {
      deliver();
    }
    return threads.getThreadAllocatedBytes(thread) - before;
  }

  @Test
  void eventsThatMatchNothingAllocateNothing() {
    open(3, "/var/lib/app/data");
    deliver();
    events.clear();

    begin("SYSCALL_READ_X").number(4).bytes(new byte[] {1, 2, 3, 4}).number(3).number(4);
    add();
    begin("SYSCALL_WRITE_X").number(4).bytes(new byte[] {1, 2, 3, 4}).number(3).number(4);
    add();
    begin("SYSCALL_FSTAT_X").number(0).number(3);
    add();
    begin("SYSCALL_FUTEX_X").number(0).number(0x7000).number(1).number(2);
    add();
    open(FAILED, "/etc/ld.so.preload.d/../absent");
    open(FAILED, "notes//today.txt");
    begin("SYSCALL_UNLINKAT_2_X").number(FAILED).number(-100).text("cache/old").number(0);
    add();
    begin("SYSCALL_CLOSE_X").number(FAILED).number(99);
    add();
    begin("SYSCALL_OPENAT_2_E").number(-100).text("notes/today.txt").number(1).number(0);
    add();

    allocated(200);
    long rest = allocated(2000);
    assertThat(lane.matches()).isZero();
    assertThat(rest).isLessThan(SLACK);
  }
}
