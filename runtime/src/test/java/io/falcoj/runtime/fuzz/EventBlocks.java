package io.falcoj.runtime.fuzz;

import io.falcoj.runtime.event.LittleEndian;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A capture around events: sound blocks, with bytes of choice wherever readers look at nothing. */
final class EventBlocks {
  private static final byte[] SECTION =
      HexFormat.of().parseHex("0a0d0d0a1c0000004d3c2b1a01000200ffffffffffffffff1c000000");

  /** Event blocks: both versions, with flags, large. */
  private static final int[] TYPES = {0x216, 0x204, 0x217, 0x208, 0x221, 0x222};

  private EventBlocks() {}

  /** Each event's length chooses the type of its block; {@code filler} is padding and trailer. */
  static byte[] of(List<byte[]> events, byte filler) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SECTION);
    for (byte[] event : events) {
      int type = TYPES[event.length % 8 < TYPES.length ? event.length % 8 : 0];
      boolean flags = type == 0x217 || type == 0x208 || type == 0x222;
      int header = 8 + (flags ? 6 : 2);
      // an event that claims more than it has is refused, not padded
      byte[] block = new byte[header + event.length + 4];
      Arrays.fill(block, filler);
      LittleEndian.put32(block, 0, type);
      LittleEndian.put32(block, 4, block.length);
      Arrays.fill(block, 8, header, (byte) 0);
      System.arraycopy(event, 0, block, header, event.length);
      out.writeBytes(block);
    }
    return out.toByteArray();
  }
}
