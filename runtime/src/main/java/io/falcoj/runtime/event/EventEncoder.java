package io.falcoj.runtime.event;

import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Makes the bytes of one scap event, parameter by parameter in the order of the event table. Fewer
 * parameters than the table lists make an event as older versions recorded it. One encoder can make
 * any number of events, one after the other.
 *
 * <pre>{@code
 * encoder.begin(type, timestamp, tid).number(3).text("/etc/passwd").absent();
 * source.event(raw.wrap(encoder.buffer(), 0, encoder.finish(), cpu, 0));
 * }</pre>
 */
public final class EventEncoder {
  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;

  /** Until {@link #begin} is called. */
  private static final EventType NO_TYPE =
      new EventType(-1, "no event", "", false, Set.of(), Set.of(), List.of());

  private final int[] lengths = new int[ParamPlaces.MAX_PARAMS];
  private byte[] values = new byte[256];
  private byte[] event = new byte[512];
  private EventType type = NO_TYPE;
  private long timestamp;
  private long tid;
  private int paramCount;
  private int valuesLength;

  /** Starts an event; what the encoder held before is gone. */
  public EventEncoder begin(EventType newType, long newTimestamp, long newTid) {
    this.type = newType;
    this.timestamp = newTimestamp;
    this.tid = newTid;
    this.paramCount = 0;
    this.valuesLength = 0;
    return this;
  }

  /**
   * The parameter that comes next.
   *
   * @throws IllegalStateException when the event has all its parameters
   */
  public ParamDef next() {
    if (paramCount >= type.params().size()) {
      throw new IllegalStateException(
          type.id() + " has " + type.params().size() + " parameters, no more");
    }
    return type.params().get(paramCount);
  }

  /** How many parameters were added. */
  public int paramCount() {
    return paramCount;
  }

  /** Adds a number in the width of the parameter's type. */
  public EventEncoder number(long value) {
    FieldType fieldType = next().type();
    if (fieldType.size() < 0) {
      throw new IllegalArgumentException(
          type.id() + "." + next().name() + " is a " + fieldType + ", not a number");
    }
    return number(value, fieldType.size());
  }

  private EventEncoder number(long value, int size) {
    int at = grow(size);
    for (int i = 0; i < size; i++) {
      values[at + i] = (byte) (i < 8 ? value >>> (8 * i) : 0);
    }
    return added(size);
  }

  /** Adds text with its terminating NUL. */
  public EventEncoder text(String value) {
    return text(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds text with its terminating NUL. */
  public EventEncoder text(byte[] value) {
    int at = grow(value.length + 1);
    System.arraycopy(value, 0, values, at, value.length);
    values[at + value.length] = 0;
    return added(value.length + 1);
  }

  /** Adds texts that each end in a NUL: arguments, environment, cgroups. */
  public EventEncoder texts(Iterable<String> items) {
    int start = valuesLength;
    int size = 0;
    for (String item : items) {
      byte[] bytes = item.getBytes(StandardCharsets.UTF_8);
      int at = grow(size + bytes.length + 1) + size;
      System.arraycopy(bytes, 0, values, at, bytes.length);
      values[at + bytes.length] = 0;
      size = at + bytes.length + 1 - start;
    }
    return added(size);
  }

  /** Adds bytes as they are. */
  public EventEncoder bytes(byte[] value) {
    return bytes(value, 0, value.length);
  }

  /** Adds bytes as they are. */
  public EventEncoder bytes(ByteSlice value) {
    return bytes(value.array(), value.offset(), value.length());
  }

  /** Adds bytes as they are. */
  public EventEncoder bytes(byte[] value, int offset, int length) {
    int at = grow(length);
    System.arraycopy(value, offset, values, at, length);
    return added(length);
  }

  /** Adds a parameter without a value. */
  public EventEncoder absent() {
    return added(0);
  }

  /**
   * Adds a value of a dynamic parameter.
   *
   * @param selector which of the parameter's types it has
   * @param size bytes of the value: 1, 2, 4 or 8
   */
  public EventEncoder dynamic(int selector, long value, int size) {
    int at = grow(1 + size);
    values[at] = (byte) selector;
    for (int i = 0; i < size; i++) {
      values[at + 1 + i] = (byte) (value >>> (8 * i));
    }
    return added(1 + size);
  }

  /**
   * Adds a socket address.
   *
   * @param address 4 or 16 bytes in network order
   */
  public EventEncoder address(byte[] address, int port) {
    int size = 1 + address.length + 2;
    int at = grow(size);
    values[at] = (byte) family(address);
    putEnd(at + 1, address, port);
    return added(size);
  }

  /** Adds the address of a unix socket. */
  public EventEncoder unixAddress(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    int at = grow(2 + bytes.length);
    values[at] = AF_UNIX;
    System.arraycopy(bytes, 0, values, at + 1, bytes.length);
    values[at + 1 + bytes.length] = 0;
    return added(2 + bytes.length);
  }

  /** Adds the two ends of an internet connection; both addresses have 4 or both 16 bytes. */
  public EventEncoder tuple(
      byte[] source, int sourcePort, byte[] destination, int destinationPort) {
    if (source.length != destination.length) {
      throw new IllegalArgumentException("a tuple is of one address family");
    }
    int size = 1 + 2 * (source.length + 2);
    int at = grow(size);
    values[at] = (byte) family(source);
    putEnd(at + 1, source, sourcePort);
    putEnd(at + 1 + source.length + 2, destination, destinationPort);
    return added(size);
  }

  /** Adds the two ends of a unix connection, kernel pointers, and the path. */
  public EventEncoder unixTuple(long source, long destination, String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    int size = 1 + 16 + bytes.length + 1;
    int at = grow(size);
    values[at] = AF_UNIX;
    LittleEndian.put64(values, at + 1, source);
    LittleEndian.put64(values, at + 9, destination);
    System.arraycopy(bytes, 0, values, at + 17, bytes.length);
    values[at + size - 1] = 0;
    return added(size);
  }

  /**
   * Ends the event: {@link #buffer} holds it from index 0 on.
   *
   * @return bytes of the event
   */
  public int finish() {
    int lengthSize = type.lengthSize();
    int valuesAt = EventHeader.LENGTH + lengthSize * paramCount;
    int size = valuesAt + valuesLength;
    if (event.length < size) {
      event = new byte[Math.max(size, 2 * event.length)];
    }
    EventHeader.write(event, 0, timestamp, tid, size, type.code(), paramCount);
    for (int i = 0; i < paramCount; i++) {
      int at = EventHeader.LENGTH + lengthSize * i;
      if (lengthSize == 4) {
        LittleEndian.put32(event, at, lengths[i]);
      } else {
        LittleEndian.put16(event, at, lengths[i]);
      }
    }
    System.arraycopy(values, 0, event, valuesAt, valuesLength);
    return size;
  }

  /** The finished event begins at index 0; valid until the next {@link #begin}. */
  public byte[] buffer() {
    return event;
  }

  /** {@link #finish}, as bytes of its own. */
  public byte[] toBytes() {
    int size = finish();
    return Arrays.copyOf(event, size);
  }

  /** {@link #finish}, as a view that is valid until the next {@link #begin}. */
  public RawEvent toRaw(RawEvent raw) {
    int size = finish();
    return raw.wrap(event, 0, size, 0, 0);
  }

  private static int family(byte[] address) {
    return switch (address.length) {
      case 4 -> AF_INET;
      case 16 -> AF_INET6;
      default -> throw new IllegalArgumentException("address of " + address.length + " bytes");
    };
  }

  private void putEnd(int at, byte[] address, int port) {
    System.arraycopy(address, 0, values, at, address.length);
    LittleEndian.put16(values, at + address.length, port);
  }

  /** Makes room behind the values. */
  private int grow(int size) {
    next();
    if (values.length < valuesLength + size) {
      values = Arrays.copyOf(values, Math.max(valuesLength + size, 2 * values.length));
    }
    return valuesLength;
  }

  private EventEncoder added(int size) {
    next();
    int limit = type.lengthSize() == 4 ? Integer.MAX_VALUE : 0xFFFF;
    if (size > limit) {
      throw new IllegalArgumentException(
          type.id() + "." + next().name() + " takes at most " + limit + " bytes");
    }
    lengths[paramCount++] = size;
    valuesLength += size;
    return this;
  }
}
