package io.falcoj.runtime.event;

import io.falcoj.runtime.json.JsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * One event as its source delivers it: a view over bytes that are valid until the handler returns.
 * For system calls the bytes are one scap event from its header on; for audit events one JSON
 * document.
 */
public final class RawEvent {
  /** Set when the event was recorded to update state and not to be shown to rules. */
  public static final int FLAG_STATE_ONLY = 1;

  /** Set when the event takes no number: {@code evt.num} counts the others. */
  public static final int FLAG_UNNUMBERED = 2;

  /** Set when an event only updates state because of its kind or place, not because of a record. */
  public static final int FLAG_STATE_ONLY_BY_KIND = 4;

  /** Set when a text was longer than its source keeps; the event has its start. */
  public static final int FLAG_CUT = 8;

  private byte[] buffer = new byte[0];
  private int offset;
  private int length;
  private int cpu;
  private int flags;
  private @Nullable JsonDocument document;
  private long timestamp;
  private final ParamPlaces places = new ParamPlaces();
  private boolean placed;

  /** Points this view at an event that nobody has read yet. */
  public RawEvent wrap(byte[] newBuffer, int newOffset, int newLength, int newCpu, int newFlags) {
    this.buffer = newBuffer;
    this.offset = newOffset;
    this.length = newLength;
    this.cpu = newCpu;
    this.flags = newFlags;
    this.placed = false;
    this.document = null;
    return this;
  }

  /** Points this view at another form of the same event. */
  public void replace(byte[] newBuffer, int newOffset, int newLength) {
    this.buffer = newBuffer;
    this.offset = newOffset;
    this.length = newLength;
    this.placed = false;
  }

  /**
   * Finds the parameters of a system call event, unless that was done before.
   *
   * @param lengthSize bytes of each parameter's length, 2 or 4
   * @return false when they do not fit into the event
   */
  public boolean findParams(int lengthSize) {
    placed = placed || places.find(buffer, offset, length, lengthSize);
    return placed;
  }

  ParamPlaces places() {
    return places;
  }

  /** Sets further flags on the event in view. */
  public void flag(int moreFlags) {
    flags |= moreFlags;
  }

  public byte[] buffer() {
    return buffer;
  }

  public int offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  public int cpu() {
    return cpu;
  }

  /** True when the event updates state and is not shown to rules. */
  public boolean stateOnly() {
    return (flags & (FLAG_STATE_ONLY | FLAG_STATE_ONLY_BY_KIND)) != 0;
  }

  /** True when the recording says that the event is for state only. */
  public boolean recordedStateOnly() {
    return (flags & FLAG_STATE_ONLY) != 0;
  }

  /** True when a text was longer than its source keeps. */
  public boolean cut() {
    return (flags & FLAG_CUT) != 0;
  }

  /** False when the event takes no number. */
  public boolean numbered() {
    return (flags & FLAG_UNNUMBERED) == 0;
  }

  /**
   * Says that the source has read the audit event in view already.
   *
   * @param index of its document
   * @param newTimestamp nanoseconds since the epoch
   */
  public RawEvent read(JsonDocument index, long newTimestamp) {
    document = index;
    timestamp = newTimestamp;
    return this;
  }

  /** The index of an audit event's document, if the source has read it, else null. */
  public @Nullable JsonDocument document() {
    return document;
  }

  /** Nanoseconds since the epoch, if there is a {@link #document}. */
  public long timestamp() {
    return timestamp;
  }
}
