package io.falcoj.runtime.source.scap;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScapWriterTest {
  private static final ByteSlice NONE = ByteSlice.EMPTY;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final EventEncoder encoder = new EventEncoder();

  private RawEvent close(long tid) {
    return encoder
        .begin(EventTable.standard().byId("SYSCALL_CLOSE_X"), 5, tid)
        .number(0)
        .number(3)
        .toRaw(new RawEvent());
  }

  private static ThreadEntry shell() {
    ThreadEntry thread = new ThreadEntry();
    thread.tid = 11;
    thread.pid = 10;
    thread.ptid = 1;
    thread.sid = 9;
    thread.vpgid = 8;
    thread.pgid = 7;
    thread.vtid = 6;
    thread.vpid = 5;
    thread.comm = ByteSlice.of("sh");
    thread.exe = ByteSlice.of("/bin/sh");
    thread.exepath = ByteSlice.of("/usr/bin/dash");
    thread.args = ByteSlice.of("-c\0id\0");
    thread.env = ByteSlice.of("A=1\0");
    thread.cgroups = ByteSlice.of("cpu=/a\0");
    thread.cwd = ByteSlice.of("/root");
    thread.root = ByteSlice.of("/");
    thread.fdLimit = 1024;
    thread.flags = 3;
    thread.uid = 1000;
    thread.gid = 100;
    thread.loginuid = 1000;
    thread.tty = 34816;
    thread.vmSizeKb = 21;
    thread.vmRssKb = 22;
    thread.vmSwapKb = 23;
    thread.majorFaults = 24;
    thread.minorFaults = 25;
    thread.pidNamespaceStart = 26;
    thread.capInheritable = 27;
    thread.capPermitted = 28;
    thread.capEffective = 29;
    thread.exeInode = 30;
    thread.exeInodeCtime = 31;
    thread.exeInodeMtime = 32;
    thread.exeWritable = true;
    thread.exeFromMemfd = true;
    thread.exeLowerLayer = true;
    return thread;
  }

  @Test
  void writesBlocksWithPaddingAndTrailers() {
    try (ScapWriter writer = ScapWriter.plain(bytes)) {
      writer.user(new UserEntry(true, 5, 5, ByteSlice.of("tty"), NONE, NONE));
      writer.event(close(7));
    }

    assertThat(HexFormat.of().formatHex(bytes.toByteArray()))
        .isEqualTo(
            "0a0d0d0a"
                + "1c000000"
                + "4d3c2b1a"
                + "01000200"
                + "ffffffffffffffff"
                + "1c000000"
                + "20020000"
                + "1c000000"
                + "0e000000"
                + "01"
                + "05000000"
                + "0300"
                + "747479"
                + "0000"
                + "1c000000"
                + "16020000"
                + "3c000000"
                + "0000"
                + "0500000000000000"
                + "0700000000000000"
                + "2e000000"
                + "0500"
                + "02000000"
                + "08000800"
                + "0000000000000000"
                + "0300000000000000"
                + "3c000000");
  }

  @Test
  void readerFindsWhatWasWritten() {
    List<FdEntry> descriptors = descriptors();
    MachineEntry machine = new MachineEntry(4, 1L << 34, 4_194_304, "golden", 1_700_000_000L);
    InterfaceEntry loopback =
        new InterfaceEntry(
            ByteSlice.of(new byte[] {127, 0, 0, 1}),
            ByteSlice.of(new byte[] {-1, 0, 0, 0}),
            ByteSlice.of(new byte[] {127, 0, 0, 1}),
            10,
            ByteSlice.of("lo"));
    InterfaceEntry six =
        new InterfaceEntry(
            ByteSlice.of(new byte[16]),
            ByteSlice.of(new byte[16]),
            ByteSlice.of(new byte[16]),
            0,
            ByteSlice.of("eth0"));
    UserEntry user =
        new UserEntry(
            false,
            1000,
            100,
            ByteSlice.of("ann"),
            ByteSlice.of("/home/ann"),
            ByteSlice.of("/bin/sh"));
    UserEntry group = new UserEntry(true, 100, 100, ByteSlice.of("users"), NONE, NONE);
    try (ScapWriter writer = ScapWriter.plain(bytes)) {
      writer.section();
      writer.machine(machine);
      writer.networkInterface(loopback);
      writer.networkInterface(six);
      writer.user(user);
      writer.user(group);
      writer.thread(shell());
      descriptors.forEach(writer::descriptor);
      writer.event(close(1));
      writer.event(close(2));
    }

    Recording read = Recording.of(bytes.toByteArray());

    assertThat(read.damage).isNull();
    assertThat(read.machines).containsExactly(machine);
    assertThat(read.interfaces).containsExactly(loopback, six);
    assertThat(read.users).containsExactly(user, group);
    assertThat(read.threads).singleElement().usingRecursiveComparison().isEqualTo(shell());
    assertThat(read.descriptors).containsExactlyElementsOf(descriptors);
    assertThat(read.events).hasSize(2);
    assertThat(read.events.get(1)).isEqualTo(encoder.toBytes());
    assertThat(BlockWalk.events(bytes.toByteArray())).containsExactlyElementsOf(read.events);
  }

  private static List<FdEntry> descriptors() {
    ByteSlice one = ByteSlice.of(new byte[] {10, 0, 0, 1});
    ByteSlice two = ByteSlice.of(new byte[] {10, 0, 0, 2});
    ByteSlice six = ByteSlice.of(new byte[16]);
    return List.of(
        new FdEntry(11, 0, 5, 16, 1, 77, NONE, 0, NONE, 0, 0, 0, 0, ByteSlice.of("/dev/null")),
        new FdEntry(11, 1, 6, 3, 0, 0, one, 40000, two, 443, 0, 0, 1, NONE),
        new FdEntry(11, 2, 7, 4, 0, 0, six, 1, six, 2, 0, 0, 2, NONE),
        new FdEntry(11, 3, 8, 5, 0, 0, one, 80, NONE, 0, 0, 0, 1, NONE),
        new FdEntry(11, 4, 9, 6, 0, 0, six, 53, NONE, 0, 0, 0, 2, NONE),
        new FdEntry(11, 5, 10, 8, 0, 0, NONE, 0, NONE, 0, -1, -2, 0, ByteSlice.of("/run/s")),
        new FdEntry(12, 6, 11, 7, 0, 0, NONE, 0, NONE, 0, 0, 0, 0, ByteSlice.of("pipe:[1]")));
  }

  @Test
  void cutsTextsThatReadersWouldRefuse() {
    ThreadEntry thread = shell();
    thread.comm = ByteSlice.of("x".repeat(5000));
    thread.args = ByteSlice.of("y".repeat(5000));
    try (ScapWriter writer = ScapWriter.plain(bytes)) {
      writer.thread(thread);
      writer.event(close(1));
    }

    ThreadEntry read = Recording.of(bytes.toByteArray()).threads.get(0);

    assertThat(read.comm.length()).isEqualTo(1024);
    assertThat(read.args.length()).isEqualTo(4096);
  }

  @Test
  void readsGzipAndZstd() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (ScapWriter plain = ScapWriter.plain(bytes);
        ScapWriter gzip = ScapWriter.gzip(zipped)) {
      plain.event(close(1));
      gzip.event(close(1));
    }

    assertThat(zipped.toByteArray()).startsWith(0x1F, 0x8B);
    assertThat(Recording.of(zipped.toByteArray()).events).hasSize(1);
    assertThat(Recording.of(Zstd.compress(bytes.toByteArray())).events).hasSize(1);
  }

  @Test
  void keepsTheStateOnlyMarkAndWritesLargeEvents() {
    RawEvent raw = close(1);
    raw.flag(RawEvent.FLAG_STATE_ONLY);
    byte[] json = new byte[100_000];
    java.util.Arrays.fill(json, (byte) 'x');
    try (ScapWriter writer = ScapWriter.plain(bytes)) {
      writer.event(raw);
      encoder.begin(EventTable.standard().byId("ASYNCEVENT_E"), 6, -1);
      encoder.number(0).text("container").bytes(json);
      writer.event(encoder.toRaw(new RawEvent()));
    }

    Recording read = Recording.of(bytes.toByteArray());

    assertThat(read.damage).isNull();
    assertThat(read.shown).containsExactly(false, true);
    assertThat(read.events.get(1)).isEqualTo(encoder.toBytes());
    assertThat(BlockWalk.events(bytes.toByteArray())).containsExactlyElementsOf(read.events);
  }
}
