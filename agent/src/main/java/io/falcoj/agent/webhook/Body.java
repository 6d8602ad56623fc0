package io.falcoj.agent.webhook;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of one request as they arrived. Memory is taken as they arrive and not before: what a
 * client announces and does not send costs nothing.
 */
final class Body {
  private static final int FIRST_SEGMENT = 4 * 1024;
  private static final int LARGEST_SEGMENT = 256 * 1024;

  private final Inbox inbox;
  private final List<byte[]> segments = new ArrayList<>();
  private int lastUsed;
  private long size;
  private long reserved;

  Body(Inbox inbox) {
    this.inbox = inbox;
  }

  long size() {
    return size;
  }

  /** Copies the bytes; false when there is no room for them. */
  boolean append(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte[] last = segments.isEmpty() ? new byte[0] : segments.get(segments.size() - 1);
      if (lastUsed == last.length) {
        int length = (int) Math.min(LARGEST_SEGMENT, Math.max(FIRST_SEGMENT, size));
        if (!inbox.reserve(length)) {
          return false;
        }
        reserved += length;
        last = new byte[length];
        segments.add(last);
        lastUsed = 0;
      }
      int count = Math.min(bytes.remaining(), last.length - lastUsed);
      bytes.get(last, lastUsed, count);
      lastUsed += count;
      size += count;
    }
    return true;
  }

  /** The bytes from the first one on. */
  InputStream open() {
    return new Segments();
  }

  /** Gives the memory back. */
  void release() {
    segments.clear();
    lastUsed = 0;
    inbox.release(reserved);
    reserved = 0;
  }

  private final class Segments extends InputStream {
    private long left = size;
    private int segment;
    private int at;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left == 0) {
        return length == 0 ? 0 : -1;
      }
      byte[] from = segments.get(segment);
      int count = (int) Math.min(Math.min(length, from.length - at), left);
      System.arraycopy(from, at, target, offset, count);
      at += count;
      left -= count;
      if (at == from.length) {
        segment++;
        at = 0;
      }
      return count;
    }

    @Override
    public int available() {
      return (int) Math.min(left, Integer.MAX_VALUE);
    }
  }
}
