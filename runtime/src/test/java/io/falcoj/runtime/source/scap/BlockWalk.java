package io.falcoj.runtime.source.scap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Walks the blocks of a written capture by itself, knowing nothing of the reader, and holds what
 * every reader of the format relies on: lengths on both ends, padding, order, sections.
 */
final class BlockWalk {
  private static final int SECTION = 0x0A0D0D0A;
  private static final Set<Integer> SNAPSHOT = Set.of(0x201, 0x215, 0x218, 0x219, 0x220);
  private static final Set<Integer> EVENTS = Set.of(0x216, 0x217, 0x221, 0x222);
  private static final Set<Integer> WITH_FLAGS = Set.of(0x217, 0x222);
  private static final int LARGEST_PLAIN = 64 * 1024;

  private final ByteBuffer in;
  private final List<byte[]> events = new ArrayList<>();
  private int sections;
  private boolean inEvents;

  private BlockWalk(byte[] capture) {
    in = ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The events of a capture whose blocks are all sound. */
  static List<byte[]> events(byte[] capture) {
    BlockWalk walk = new BlockWalk(capture);
    while (walk.in.hasRemaining()) {
      walk.block();
    }
    assertThat(walk.sections).isPositive();
    return walk.events;
  }

  private void block() {
    int start = in.position();
    int type = in.getInt();
    int total = in.getInt();
    assertThat(total).as("length at %d", start).isGreaterThanOrEqualTo(12);
    assertThat(total % 4).as("length at %d", start).isZero();
    assertThat(start + total).as("end of the block at %d", start).isLessThanOrEqualTo(in.limit());
    assertThat(in.getInt(start + total - 4))
        .as("trailer of the block at %d", start)
        .isEqualTo(total);
    if (type == SECTION) {
      section(total);
    } else if (EVENTS.contains(type)) {
      assertThat(sections).isPositive();
      inEvents = true;
      event(type, total - 12);
    } else {
      assertThat(SNAPSHOT).as("type at %d", start).contains(type);
      assertThat(inEvents).as("snapshot behind events at %d", start).isFalse();
      assertThat(sections).isPositive();
    }
    in.position(start + total);
  }

  private void section(int total) {
    assertThat(total).isEqualTo(28);
    assertThat(in.getInt()).as("magic").isEqualTo(0x1A2B3C4D);
    assertThat(in.getShort()).as("major version").isEqualTo((short) 1);
    assertThat(in.getShort()).as("minor version").isEqualTo((short) 2);
    assertThat(in.getLong()).as("length of the section").isEqualTo(-1);
    sections++;
    inEvents = false;
  }

  private void event(int type, int body) {
    int start = in.position() + (WITH_FLAGS.contains(type) ? 6 : 2);
    int end = in.position() + body;
    int length = in.getInt(start + 16);
    assertThat(end - start - length).as("padding at %d", end).isBetween(0, 3);
    for (int i = start + length; i < end; i++) {
      assertThat(in.get(i)).as("padding at %d", i).isZero();
    }
    if (type == 0x216 || type == 0x217) {
      assertThat(body + 4).isLessThanOrEqualTo(LARGEST_PLAIN);
    }
    int count = in.getInt(start + 22);
    int size = type == 0x221 || type == 0x222 ? 4 : 2;
    long sum = 26 + (long) count * size;
    for (int i = 0; i < count; i++) {
      int at = start + 26 + i * size;
      sum += size == 4 ? in.getInt(at) : in.getShort(at) & 0xFFFF;
    }
    assertThat(sum).as("parameters of the event at %d", start).isEqualTo(length);
    byte[] event = new byte[length];
    in.get(start, event);
    events.add(event);
  }
}
