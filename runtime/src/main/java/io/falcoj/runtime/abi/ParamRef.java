package io.falcoj.runtime.abi;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.FieldType.Family;
import java.util.Arrays;

/**
 * An event parameter as rules name it: by name, which stands at a position of its own in each event
 * type, or by position.
 */
public final class ParamRef {
  private final String text;
  private final byte[] positions;
  private final boolean unsigned32;

  private ParamRef(String text, byte[] positions, boolean unsigned32) {
    this.text = text;
    this.positions = positions;
    this.unsigned32 = unsigned32;
  }

  /** By name; the name need not exist. */
  public static ParamRef named(String name) {
    EventTable table = EventTable.standard();
    byte[] positions = new byte[table.size()];
    FieldType compared = FieldType.NONE;
    for (EventType type : table.all()) {
      int index = type.paramIndex(name);
      positions[type.code()] = (byte) index;
      if (index >= 0 && compared == FieldType.NONE) {
        compared = type.params().get(index).type();
      }
    }
    boolean unsigned32 = compared.family() == Family.UNSIGNED && compared.size() == Integer.BYTES;
    return new ParamRef(name, positions, unsigned32);
  }

  /** By position, from 0. */
  public static ParamRef at(int index) {
    byte[] positions = new byte[EventTable.standard().size()];
    Arrays.fill(positions, (byte) Math.min(index, Byte.MAX_VALUE));
    return new ParamRef(Integer.toString(index), positions, false);
  }

  /** Position in events of that code, or -1; may lie behind the parameters of the type. */
  public int position(int eventCode) {
    return positions[eventCode];
  }

  /**
   * A value as rules compare it, in the type that the first event type gives to the parameter: a
   * few events have signed numbers where literals are unsigned.
   */
  public long compared(long value) {
    return unsigned32 && value < 0 ? value & 0xffff_ffffL : value;
  }

  @Override
  public String toString() {
    return text;
  }
}
