package io.falcoj.runtime.source.scap;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any bytes give events or one error that says where. */
class ScapDamageTest {
  private static final int EVENTS = 5;
  private static final int SECTION_LENGTH = 28;

  private static byte[] capture() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(ScapWriter.plain(bytes));
    return bytes.toByteArray();
  }

  private static void write(ScapWriter writer) {
    EventEncoder encoder = new EventEncoder();
    ThreadEntry thread = new ThreadEntry();
    thread.tid = 1;
    thread.comm = ByteSlice.of("init");
    try (writer) {
      writer.user(
          new UserEntry(false, 0, 0, ByteSlice.of("root"), ByteSlice.of("/root"), ByteSlice.EMPTY));
      writer.thread(thread);
      for (int i = 0; i < EVENTS; i++) {
        encoder.begin(EventTable.standard().byId("SYSCALL_CLOSE_X"), i, 1).number(0).number(i);
        writer.event(encoder.toRaw(new RawEvent()));
      }
    }
  }

  /** Offset of the n-th block from the end; all event blocks have the same length. */
  private static int eventBlock(byte[] capture, int fromEnd) {
    int length = LittleEndian.i32(capture, capture.length - 4);
    return capture.length - fromEnd * length;
  }

  @Test
  void emptyFile() {
    Recording read = Recording.of(new byte[0]);

    assertThat(read.damage).hasMessageContaining("empty");
    assertThat(read.damage.offset()).isZero();
  }

  @Test
  void notACapture() {
    Recording read = Recording.of("# rules.yaml\n- rule: x\n".getBytes());

    assertThat(read.damage).hasMessageContaining("a capture begins with 0x0a0d0d0a");
  }

  @Test
  void otherByteOrderAndNewerVersion() {
    byte[] swapped = capture();
    LittleEndian.put32(swapped, 8, Integer.reverseBytes(0x1A2B3C4D));
    byte[] newer = capture();
    LittleEndian.put16(newer, 12, 2);

    assertThat(Recording.of(swapped).damage).hasMessageContaining("big-endian");
    assertThat(Recording.of(newer).damage).hasMessageContaining("newer than 1");
  }

  @Test
  void sectionWithoutEvents() {
    Recording read = Recording.of(Arrays.copyOf(capture(), SECTION_LENGTH));

    assertThat(read.damage).hasMessage("no events in file");
  }

  @Test
  void cutAnywhere() {
    byte[] capture = capture();
    int blockLength = LittleEndian.i32(capture, capture.length - 4);
    int firstEvent = eventBlock(capture, EVENTS);
    for (int length = 0; length < capture.length; length++) {
      Recording read = Recording.of(Arrays.copyOf(capture, length));
      int whole = Math.max(0, (length - firstEvent) / blockLength);
      assertThat(read.events).as("cut at %d", length).hasSize(whole);
      boolean atBoundary = length > firstEvent && (length - firstEvent) % blockLength == 0;
      assertThat(read.damage == null).as("cut at %d", length).isEqualTo(atBoundary);
    }
  }

  @Test
  void wrongLengthAmongEvents() {
    byte[] capture = capture();
    int at = eventBlock(capture, 2);
    LittleEndian.put32(capture, at + 4, 0x10000000);

    Recording read = Recording.of(capture);

    assertThat(read.events).hasSize(3);
    assertThat(read.damage).hasMessageContaining("event block length");
    assertThat(read.damage.offset()).isEqualTo(at);
  }

  @Test
  void trailersAreDamageAtOnceBeforeTheEventsAndAtTheEndAmongThem() {
    byte[] inEvents = capture();
    int at = eventBlock(inEvents, 3);
    LittleEndian.put32(inEvents, eventBlock(inEvents, 2) - 4, 1);
    LittleEndian.put32(inEvents, eventBlock(inEvents, 1) - 4, 2);
    byte[] inSnapshot = capture();
    LittleEndian.put32(inSnapshot, eventBlock(inSnapshot, EVENTS) - 4, 1);

    Recording read = Recording.of(inEvents);
    assertThat(read.events).hasSize(EVENTS);
    assertThat(read.damage).hasMessageContaining("1 after it; all events were read");
    assertThat(read.damage.offset()).isEqualTo(at);
    assertThat(Recording.of(inSnapshot).events).isEmpty();
    assertThat(Recording.of(inSnapshot).damage).hasMessageContaining("after it");
  }

  @Test
  void unknownBlocksArePassedOverBeforeTheEventsAndEndThemLater() {
    byte[] capture = capture();
    byte[] before = insertUnknownBlock(capture, SECTION_LENGTH);
    byte[] among = insertUnknownBlock(capture, eventBlock(capture, 2));

    assertThat(Recording.of(before).damage).isNull();
    assertThat(Recording.of(before).unknownBlocks).isEqualTo(1);
    assertThat(Recording.of(before).events).hasSize(EVENTS);
    assertThat(Recording.of(among).events).hasSize(3);
    assertThat(Recording.of(among).damage)
        .hasMessage("unknown block type 0x00007777 among the events");
  }

  private static byte[] insertUnknownBlock(byte[] capture, int at) {
    byte[] longer = new byte[capture.length + 16];
    System.arraycopy(capture, 0, longer, 0, at);
    LittleEndian.put32(longer, at, 0x7777);
    LittleEndian.put32(longer, at + 4, 16);
    LittleEndian.put32(longer, at + 12, 16);
    System.arraycopy(capture, at, longer, at + 16, capture.length - at);
    return longer;
  }

  @Test
  void eventsOfUnknownTypesArePassedOver() {
    byte[] capture = capture();
    LittleEndian.put16(capture, eventBlock(capture, 2) + 8 + 2 + 20, 60_000);

    Recording read = Recording.of(capture);

    assertThat(read.events).hasSize(EVENTS - 1);
    assertThat(read.unknownEvents).isEqualTo(1);
    assertThat(read.damage).isNull();
  }

  @Test
  void parametersBeyondTheEvent() {
    byte[] capture = capture();
    LittleEndian.put16(capture, eventBlock(capture, 1) + 8 + 2 + 26, 9);

    Recording read = Recording.of(capture);

    assertThat(read.events).hasSize(EVENTS - 1);
    assertThat(read.damage).hasMessageContaining("parameters longer than the event");
  }

  @Test
  void gzipCutInHalf() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(ScapWriter.gzip(bytes));
    byte[] zipped = bytes.toByteArray();

    Recording read = Recording.of(Arrays.copyOf(zipped, zipped.length - 9));

    assertThat(read.damage).hasMessageContaining("cannot be read further");
    assertThat(read.damage.describe()).endsWith("of the unpacked bytes)");
  }

  /** Events that the compression already gave are delivered, whatever it says of the rest. */
  @Test
  void compressedStreamsCutAnywhere() throws IOException {
    byte[] plain = capture();
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    write(ScapWriter.gzip(zipped));
    for (byte[] packed : new byte[][] {zipped.toByteArray(), Zstd.compress(plain)}) {
      List<byte[]> whole = Recording.of(packed).events;
      assertThat(whole).hasSize(EVENTS);
      for (int length = 0; length < packed.length; length++) {
        Recording read = Recording.of(Arrays.copyOf(packed, length));
        assertThat(read.damage).as("cut at %d", length).isNotNull();
        assertThat(read.damage.getMessage()).isNotBlank().doesNotContain("Exception");
        assertThat(read.damage.offset()).isBetween(0L, (long) plain.length);
        assertThat(whole.subList(0, read.events.size())).containsExactlyElementsOf(read.events);
      }
    }
  }

  @Test
  void compressedStreamsChangedAnywhere() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    write(ScapWriter.gzip(zipped));
    Random random = new Random(11);
    for (byte[] packed : new byte[][] {zipped.toByteArray(), Zstd.compress(capture())}) {
      for (int round = 0; round < 2_000; round++) {
        byte[] damaged = packed.clone();
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
        Recording read = Recording.of(damaged);
        if (read.damage != null) {
          assertThat(read.damage.getMessage()).isNotBlank().doesNotContain("Exception");
        }
      }
    }
  }

  /** A length is not believed before the bytes are there. */
  @Test
  void lengthsOfFourGigabytes() {
    for (int back = 1; back <= EVENTS; back++) {
      byte[] capture = capture();
      LittleEndian.put32(capture, eventBlock(capture, back), BlockType.EVENT_V2_LARGE.id());
      LittleEndian.put32(capture, eventBlock(capture, back) + 4, -1);
      Recording read = Recording.of(capture);
      assertThat(read.events).hasSize(EVENTS - back);
      assertThat(read.damage).hasMessageContaining("event block length 4294967287");
    }
    byte[] capture = capture();
    LittleEndian.put32(capture, SECTION_LENGTH + 4, -1);
    assertThat(Recording.of(capture).damage).isNotNull();
  }

  @Test
  void anyBytesEndWithAnErrorOrNot() {
    Random random = new Random(7);
    byte[] capture = capture();
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = capture.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Recording read = Recording.of(damaged);
      assertThat(read.events.size()).isLessThanOrEqualTo(EVENTS);
    }
  }
}
