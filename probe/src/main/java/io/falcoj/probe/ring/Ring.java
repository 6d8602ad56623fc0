package io.falcoj.probe.ring;

import io.falcoj.probe.libbpf.RingBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the events of one processor, in place.
 *
 * <pre>
 * record   length u32 (bit 31 busy, bit 30 discarded) | page offset u32 | event, padded to 8
 * </pre>
 *
 * Layout and protocol are those of {@code kernel/bpf/ringbuf.c} of Linux: what was written is
 * visible once the length is read without the busy bit; what was read is given back by moving the
 * consumer's position.
 */
final class Ring {
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
  private static final int BUSY = 1 << 31;
  private static final int DISCARDED = 1 << 30;
  private static final int RECORD_HEADER = 8;

  /** Records read before the kernel hears of it: each time costs it a cache line. */
  private static final int BATCH = 64;

  private final ByteBuffer consumer;
  private final ByteBuffer producer;
  private final int data;
  private final long mask;
  private long position;
  private long written;
  private int held;
  private int at;
  private int length;

  Ring(RingBuffer buffer) {
    this.consumer = buffer.consumer();
    this.producer = buffer.producer().order(ByteOrder.LITTLE_ENDIAN);
    this.data = buffer.dataOffset();
    this.mask = buffer.size() - 1L;
    this.position = (long) LONG.getAcquire(consumer, 0);
    this.written = position;
  }

  /** Looks for the next event; false when there is none yet. */
  boolean find() {
    while (true) {
      if (position == written) {
        written = (long) LONG.getAcquire(producer, 0);
        if (position == written) {
          return false;
        }
      }
      int record = data + (int) (position & mask);
      int header = (int) INT.getAcquire(producer, record);
      if (header < 0) {
        return false;
      }
      length = header & ~(BUSY | DISCARDED);
      at = record + RECORD_HEADER;
      if ((header & DISCARDED) == 0) {
        return true;
      }
      take();
    }
  }

  /** When the event that was found happened. */
  long time() {
    return producer.getLong(at);
  }

  /** Copies the event that was found; returns its length. */
  int copy(byte[] target) {
    int size = Math.min(length, target.length);
    producer.get(at, target, 0, size);
    return size;
  }

  /** Goes behind the event that was found. */
  void take() {
    position += (RECORD_HEADER + (long) length + 7) & ~7L;
    if (++held >= BATCH) {
      release();
    }
  }

  /** Gives back to the kernel what was read. */
  void release() {
    if (held > 0) {
      held = 0;
      LONG.setRelease(consumer, 0, position);
    }
  }

  /** Bytes written and not yet read. */
  long backlog() {
    return (long) LONG.getAcquire(producer, 0) - position;
  }
}
