package io.falcoj.runtime.abi;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.util.Arrays;

/**
 * An event parameter as rules name it: by name, which stands at a position of its own in each event
 * type, or by position.
 */
public final class ParamRef {
  private final String text;
  private final byte[] positions;

  private ParamRef(String text, byte[] positions) {
    this.text = text;
    this.positions = positions;
  }

  /** By name; the name need not exist. */
  public static ParamRef named(String name) {
    EventTable table = EventTable.standard();
    byte[] positions = new byte[table.size()];
    for (EventType type : table.all()) {
      positions[type.code()] = (byte) type.paramIndex(name);
    }
    return new ParamRef(name, positions);
  }

  /** By position, from 0. */
  public static ParamRef at(int index) {
    byte[] positions = new byte[EventTable.standard().size()];
    Arrays.fill(positions, (byte) Math.min(index, Byte.MAX_VALUE));
    return new ParamRef(Integer.toString(index), positions);
  }

  /** Position in events of that code, or -1; may lie behind the parameters of the type. */
  public int position(int eventCode) {
    return positions[eventCode];
  }

  @Override
  public String toString() {
    return text;
  }
}
