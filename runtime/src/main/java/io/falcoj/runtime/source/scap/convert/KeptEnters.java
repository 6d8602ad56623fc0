package io.falcoj.runtime.source.scap.convert;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.LittleEndian;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The last enter event of each thread, until its exit event takes it. Buffers are kept and used
 * again. When the threads become too many, all are forgotten, and counted: exits then lack what
 * their enter events said.
 */
final class KeptEnters {
  /** Room for 100,000 threads with ordinary events, and for 1,000 with the largest. */
  private static final long MAX_BYTES =
      Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);

  private static final int ENTRY_OVERHEAD = 128;
  private static final int FIRST_SIZE = 128;

  /** An enter event from index 0 of {@code bytes} on; none when {@code length} is 0. */
  static final class Kept {
    byte[] bytes = new byte[FIRST_SIZE];
    int length;

    int code() {
      return EventHeader.type(bytes, 0);
    }

    int paramCount() {
      return EventHeader.paramCount(bytes, 0);
    }

    int paramLength(int index, int lengthSize) {
      int at = EventHeader.LENGTH + lengthSize * index;
      return lengthSize == 2 ? LittleEndian.u16(bytes, at) : LittleEndian.i32(bytes, at);
    }

    int paramOffset(int index, int lengthSize) {
      int at = EventHeader.LENGTH + lengthSize * paramCount();
      for (int i = 0; i < index; i++) {
        at += paramLength(i, lengthSize);
      }
      return at;
    }
  }

  private final Long2ObjectHashMap<Kept> byThread = new Long2ObjectHashMap<>();
  private long bytes;
  private long forgotten;

  /** Enter events that were forgotten to bound memory. */
  long forgotten() {
    return forgotten;
  }

  void keep(long tid, byte[] buffer, int event, int length) {
    Kept kept = byThread.get(tid);
    long more = kept == null ? ENTRY_OVERHEAD + FIRST_SIZE : 0;
    more += Math.max(0, length - (kept == null ? FIRST_SIZE : kept.bytes.length));
    if (bytes + more > MAX_BYTES) {
      forgetAll();
      kept = null;
      more = ENTRY_OVERHEAD + Math.max(FIRST_SIZE, length);
    }
    bytes += more;
    if (kept == null) {
      kept = new Kept();
      byThread.put(tid, kept);
    }
    if (kept.bytes.length < length) {
      kept.bytes = new byte[length];
    }
    System.arraycopy(buffer, event, kept.bytes, 0, length);
    kept.length = length;
  }

  /** The thread's enter event, or null. */
  @Nullable Kept get(long tid) {
    Kept kept = byThread.get(tid);
    return kept != null && kept.length > 0 ? kept : null;
  }

  /** The exit event took it. */
  void release(Kept kept) {
    kept.length = 0;
  }

  private void forgetAll() {
    for (Kept kept : byThread.values()) {
      forgotten += kept.length > 0 ? 1 : 0;
    }
    byThread.clear();
    bytes = 0;
  }
}
