package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.state.FdInfo;
import io.falcoj.runtime.state.FdInfo.Kind;
import io.falcoj.runtime.value.ByteSlice;
import org.junit.jupiter.api.Test;

/** What was there when the recording began. */
class SnapshotTest extends TrackedTree {
  private static final ByteSlice LOCAL = ByteSlice.of(new byte[] {10, 0, 0, 1});
  private static final ByteSlice REMOTE = ByteSlice.of(new byte[] {10, 0, 0, 2});

  private void inet(long tid, long fd, Kind kind, int localPort, ByteSlice remote, int remotePort) {
    tracker.descriptor(
        new FdEntry(
            tid,
            fd,
            9,
            kind.ordinal(),
            0,
            0,
            LOCAL,
            localPort,
            remote,
            remotePort,
            0,
            0,
            FdInfo.L4_TCP,
            ByteSlice.EMPTY));
  }

  private void named(long tid, long fd, Kind kind, String name) {
    ByteSlice none = ByteSlice.EMPTY;
    tracker.descriptor(
        new FdEntry(
            tid, fd, 9, kind.ordinal(), 1, 5, none, 0, none, 0, 0xA, 0xB, 0, ByteSlice.of(name)));
  }

  private void firstEvent() {
    numbers("SYSCALL_SETSID_X", 200, -1);
  }

  @Test
  void aPortThatSomebodyListensOnIsTheServersEnd() {
    inet(100, 3, Kind.IPV4_SERVER, 22, ByteSlice.EMPTY, 0);
    inet(200, 3, Kind.IPV4, 22, REMOTE, 4000);
    inet(200, 4, Kind.IPV4, 4001, REMOTE, 443);
    firstEvent();
    assertThat(fd(200, 3).server).isTrue();
    assertThat(fd(200, 3).name).hasToString("10.0.0.2:4000->10.0.0.1:22");
    assertThat(fd(200, 4).client).isTrue();
    assertThat(fd(200, 4).name).hasToString("10.0.0.1:4001->10.0.0.2:443");
    assertThat(fd(200, 4).connected).isTrue();
  }

  @Test
  void filesAndUnixSockets() {
    named(200, 3, Kind.FILE_V2, "/etc/passwd");
    named(200, 4, Kind.UNIX, "/run/x.sock");
    named(200, 5, Kind.UNIX, "");
    named(999, 3, Kind.FILE_V2, "/of/nobody");
    firstEvent();
    assertThat(fd(200, 3).device).isEqualTo(5);
    assertThat(fd(200, 3).inode).isEqualTo(9);
    assertThat(fd(200, 3).fromProc).isTrue();
    assertThat(fd(200, 4).server).isTrue();
    assertThat(fd(200, 5).client).isTrue();
    assertThat(tables.thread(999)).isNull();
  }

  @Test
  void parentsAreFoundWhateverTheOrder() {
    tracker.thread(entry(400, 401, "child", "/"));
    tracker.thread(entry(401, 1, "parent", "/"));
    tracker.thread(entry(500, 777, "orphan", "/"));
    firstEvent();
    assertThat(tables.ancestorProcess(thread(400), 1)).isSameAs(thread(401));
    assertThat(thread(500).ptid).isZero();
  }

  @Test
  void aNewSectionBeginsAnew() {
    firstEvent();
    tracker.section();
    assertThat(tables.thread(200)).isNull();
  }
}
