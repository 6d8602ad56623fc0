package io.falcoj.runtime.source.scap;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Layouts that only older writers made. */
class OldCaptureTest {
  private static final List<BlockType> PROCESS_LISTS =
      List.of(
          BlockType.PROCESSES_V1,
          BlockType.PROCESSES_V2,
          BlockType.PROCESSES_V3,
          BlockType.PROCESSES_V4,
          BlockType.PROCESSES_V5,
          BlockType.PROCESSES_V6,
          BlockType.PROCESSES_V7,
          BlockType.PROCESSES_V8);

  private final BlockBuffer blocks = new BlockBuffer();
  private final EventEncoder encoder = new EventEncoder();

  OldCaptureTest() {
    new SnapshotWriter(blocks).section();
  }

  /** Adds a current event in a block of version 1: without the number of parameters. */
  private void legacyEvent(byte[] event) {
    blocks.beginBlock(BlockType.EVENT_V1);
    blocks.put16(3);
    blocks.put(event, 0, 16);
    blocks.put32(event.length - 4);
    blocks.put(event, 20, 2);
    blocks.put(event, EventHeader.LENGTH, event.length - EventHeader.LENGTH);
    blocks.endBlock();
  }

  private byte[] close() {
    return encoder
        .begin(EventTable.standard().byId("SYSCALL_CLOSE_X"), 9, 4)
        .number(-5)
        .number(3)
        .toBytes();
  }

  private Recording read() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      blocks.writeTo(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Recording.of(bytes.toByteArray());
  }

  @Test
  void eventsWithoutANumberOfParametersGetOne() {
    byte[] event = close();
    legacyEvent(event);

    Recording read = read();

    assertThat(read.damage).isNull();
    assertThat(read.events).singleElement().isEqualTo(event);
  }

  @Test
  void lengthsThatDoNotAddUpAreDamage() {
    byte[] event = close();
    event[EventHeader.LENGTH] = 7;
    legacyEvent(event);

    assertThat(read().damage).hasMessageContaining("do not add up");
  }

  @Test
  void enterEventIsMergedIntoItsExit() {
    EventTable table = EventTable.standard();
    legacyEvent(encoder.begin(table.byId("SYSCALL_CLOSE_E"), 1, 4).number(3).toBytes());
    legacyEvent(encoder.begin(table.byId("SYSCALL_CLOSE_X"), 9, 4).number(-5).toBytes());

    Recording read = read();

    assertThat(read.events).singleElement().isEqualTo(close());
  }

  @Test
  void enterEventsOfOpenAreDeliveredForStateOnly() {
    EventTable table = EventTable.standard();
    legacyEvent(encoder.begin(table.byId("SYSCALL_OPEN_E"), 1, 4).toBytes());
    legacyEvent(close());

    Recording read = read();

    assertThat(read.shown).containsExactly(false, true);
    assertThat(read.numbered).containsExactly(true, true);
  }

  @Test
  void openingContainerEventsTakeNumbersInTheFirstSectionOnly() {
    for (int section = 0; section < 2; section++) {
      if (section > 0) {
        new SnapshotWriter(blocks).section();
      }
      legacyEvent(
          encoder.begin(EventTable.standard().byId("CONTAINER_JSON_E"), 1, 0).text("{}").toBytes());
      legacyEvent(close());
      legacyEvent(
          encoder.begin(EventTable.standard().byId("CONTAINER_JSON_E"), 1, 0).text("{}").toBytes());
    }

    Recording read = read();

    assertThat(read.damage).isNull();
    assertThat(read.sections).isEqualTo(2);
    assertThat(read.shown).containsExactly(false, true, true, false, true, true);
    assertThat(read.numbered).containsExactly(true, true, true, false, true, true);
  }

  @TestFactory
  Stream<DynamicTest> processListsOfEveryVersion() {
    return IntStream.rangeClosed(1, 8)
        .mapToObj(
            version ->
                DynamicTest.dynamicTest("version " + version, () -> checkProcessList(version)));
  }

  private static void checkProcessList(int version) {
    OldCaptureTest capture = new OldCaptureTest();
    capture.processList(version);
    capture.legacyEvent(capture.close());

    Recording read = capture.read();

    assertThat(read.damage).isNull();
    assertThat(read.threads).hasSize(2);
    ThreadEntry thread = read.threads.get(1);
    assertThat(thread.tid).isEqualTo(2);
    assertThat(thread.comm).isEqualTo(ByteSlice.of("comm"));
    assertThat(thread.cwd).isEqualTo(ByteSlice.of("/"));
    assertThat(thread.sid).isEqualTo(version >= 6 ? 77 : -1);
    assertThat(thread.vpgid).isEqualTo(version >= 8 ? 78 : -1);
    assertThat(thread.exepath.toString()).isEqualTo(version >= 7 ? "/x" : "");
    assertThat(thread.vmSizeKb).isEqualTo(version >= 2 ? 5 : 0);
    assertThat(thread.env.toString()).isEqualTo(version >= 3 ? "A=1" : "");
    assertThat(thread.vtid).isEqualTo(version >= 4 ? 79 : -1);
    assertThat(thread.root.toString()).isEqualTo(version >= 5 ? "/r" : "");
    assertThat(thread.loginuid).isEqualTo(0xFFFF_FFFFL);
    assertThat(thread.pgid).isEqualTo(-1);
  }

  private void processList(int version) {
    blocks.beginBlock(PROCESS_LISTS.get(version - 1));
    for (int tid = 1; tid <= 2; tid++) {
      blocks.put64(tid);
      blocks.put64(1);
      blocks.put64(0);
      put64Since(6, version, 77);
      put64Since(8, version, 78);
      blocks.putText(ByteSlice.of("comm"), 99);
      blocks.putText(ByteSlice.of("exe"), 99);
      putTextSince(7, version, "/x");
      blocks.putText(ByteSlice.of("a\0b"), 99);
      blocks.putText(ByteSlice.of("/"), 99);
      blocks.put64(1024);
      for (int i = 0; i < (version >= 2 ? 6 : 3); i++) {
        blocks.put32(i < 3 ? 0 : 5);
      }
      put64Since(2, version, 6);
      put64Since(2, version, 7);
      putTextSince(3, version, "A=1");
      put64Since(4, version, 79);
      put64Since(4, version, 80);
      putTextSince(4, version, "cpu=/");
      putTextSince(5, version, "/r");
    }
    blocks.endBlock();
  }

  private void put64Since(int first, int version, long value) {
    if (version >= first) {
      blocks.put64(value);
    }
  }

  private void putTextSince(int first, int version, String text) {
    if (version >= first) {
      blocks.putText(ByteSlice.of(text), 99);
    }
  }
}
