package io.falcoj.runtime.engine;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.LittleEndian;
import io.falcoj.runtime.schema.EventTable;
import java.io.InputStream;
import java.util.HexFormat;

/** A capture that is made up while it is read: calls of an old recording that never return. */
final class ForgedEnters extends InputStream {
  private static final byte[] SECTION =
      HexFormat.of().parseHex("0a0d0d0a1c0000004d3c2b1a01000200ffffffffffffffff1c000000");
  private static final int EVENT_V2 = 0x216;

  private final EventEncoder encoder = new EventEncoder();
  private final byte[] block = new byte[64 * 1024];
  private final long count;
  private byte[] current = SECTION;
  private int position;
  private int length = SECTION.length;
  private long next;

  ForgedEnters(long count) {
    this.count = count;
  }

  @Override
  public int read(byte[] target, int offset, int most) {
    if (position == length && next < count) {
      compose(next++);
    }
    if (position == length) {
      return -1;
    }
    int step = Math.min(most, length - position);
    System.arraycopy(current, position, target, offset, step);
    position += step;
    return step;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /** Paths become longer, so that threads which are known already keep more. */
  private void compose(long n) {
    encoder.begin(EventTable.standard().byId("SYSCALL_UNLINK_E"), n, n % 50_000);
    encoder.text("x".repeat((int) Math.min(60_000, n / 50)));
    int size = encoder.finish();
    int total = 8 + 2 + size + 4;
    LittleEndian.put32(block, 0, EVENT_V2);
    LittleEndian.put32(block, 4, total);
    LittleEndian.put16(block, 8, 0);
    System.arraycopy(encoder.buffer(), 0, block, 10, size);
    LittleEndian.put32(block, total - 4, total);
    current = block;
    position = 0;
    length = total;
  }
}
