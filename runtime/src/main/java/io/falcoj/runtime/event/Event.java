package io.falcoj.runtime.event;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.value.ByteScan;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * A decoded system call event: where each parameter lies in the captured bytes. One instance is
 * reused for every event of a source. A parameter that the event does not carry, or carries with
 * length 0, is absent.
 */
public final class Event {
  /** For each event code a bit for each parameter whose type has a sign. */
  private static final long[] SIGNED =
      EventTable.standard().all().stream().mapToLong(Event::signedParams).toArray();

  private int[] bounds = {0};
  private byte[] buffer = new byte[0];
  private @Nullable EventType type;
  private int code;
  private int paramCount;
  private long num;
  private long timestamp;
  private long tid;
  private int cpu;
  private int start;
  private int size;
  private boolean stateOnly;

  private static long signedParams(EventType type) {
    long bits = 0;
    for (int i = 0; i < type.params().size(); i++) {
      boolean signed = type.params().get(i).type().family() == FieldType.Family.SIGNED;
      bits |= signed ? 1L << i : 0;
    }
    return bits;
  }

  /**
   * Begins a new event.
   *
   * @param raw its parameters have been found, see {@link RawEvent#findParams}
   */
  public void begin(RawEvent raw, EventType newType, long newNum) {
    this.buffer = raw.buffer();
    this.start = raw.offset();
    this.size = raw.length();
    this.type = newType;
    this.code = newType.code();
    this.num = newNum;
    this.timestamp = EventHeader.timestamp(buffer, start);
    this.tid = EventHeader.tid(buffer, start);
    this.cpu = raw.cpu();
    this.stateOnly = raw.stateOnly();
    this.bounds = raw.places().bounds;
    this.paramCount = raw.places().count;
  }

  public EventType type() {
    if (type == null) {
      throw new IllegalStateException("no event has begun");
    }
    return type;
  }

  public int code() {
    return code;
  }

  /** Number of the event within its source, from 1: {@code evt.num}. */
  public long num() {
    return num;
  }

  /** Nanoseconds since the epoch. */
  public long timestamp() {
    return timestamp;
  }

  /** Thread that made the call; -1 where there is none. */
  public long tid() {
    return tid;
  }

  public int cpu() {
    return cpu;
  }

  /** True when the event updates state and is not shown to rules. */
  public boolean stateOnly() {
    return stateOnly;
  }

  public byte[] buffer() {
    return buffer;
  }

  /** Offset of the event's header in {@link #buffer}. */
  public int start() {
    return start;
  }

  /** Bytes of the whole event, header included. */
  public int size() {
    return size;
  }

  public int paramCount() {
    return paramCount;
  }

  public boolean has(int index) {
    return paramLength(index) > 0;
  }

  /** Offset of the parameter's bytes in {@link #buffer}. */
  public int paramOffset(int index) {
    return bounds[index];
  }

  /** Length of the parameter; 0 for an absent one. */
  public int paramLength(int index) {
    return index >= 0 && index < paramCount ? bounds[index + 1] - bounds[index] : 0;
  }

  /**
   * A number parameter as 64 bits, sign-extended for signed types and zero-extended for others.
   * Reads what the event carries: a parameter shorter than its type is zero-extended.
   *
   * @param index must be present, see {@link #has}
   */
  public long number(int index) {
    boolean signed = (SIGNED[code] >>> index & 1) != 0;
    int at = bounds[index];
    return switch (paramLength(index)) {
      case 1 -> signed ? buffer[at] : LittleEndian.u8(buffer, at);
      case 2 -> signed ? (short) LittleEndian.u16(buffer, at) : LittleEndian.u16(buffer, at);
      case 4 -> signed ? LittleEndian.i32(buffer, at) : LittleEndian.u32(buffer, at);
      case 8 -> LittleEndian.i64(buffer, at);
      default -> 0;
    };
  }

  /** A number parameter as 64 bits, zero-extended whatever its type; 0 when absent. */
  public long unsigned(int index) {
    if (index >= paramCount || index < 0) {
      return 0;
    }
    int at = bounds[index];
    return switch (bounds[index + 1] - at) {
      case 1 -> LittleEndian.u8(buffer, at);
      case 2 -> LittleEndian.u16(buffer, at);
      case 4 -> LittleEndian.u32(buffer, at);
      case 8 -> LittleEndian.i64(buffer, at);
      default -> 0;
    };
  }

  /**
   * A text parameter without its terminating NUL, or null when absent.
   *
   * @param target pointed at the text
   */
  public @Nullable ByteSlice text(int index, ByteSlice target) {
    if (!has(index)) {
      return null;
    }
    int at = bounds[index];
    int end = ByteScan.indexOf((byte) 0, buffer, at, bounds[index + 1]);
    return target.wrap(buffer, at, end - at);
  }

  /** The parameter's bytes as they are, or null when absent. */
  public @Nullable ByteSlice bytes(int index, ByteSlice target) {
    return has(index) ? target.wrap(buffer, bounds[index], paramLength(index)) : null;
  }
}
