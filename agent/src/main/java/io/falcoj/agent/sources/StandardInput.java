package io.falcoj.agent.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Standard input that can be stopped: a thread of its own waits for bytes, so that whoever reads
 * here need not wait for ever.
 */
public final class StandardInput extends InputStream {
  private static final int CHUNK = 64 * 1024;
  private static final byte[] END = new byte[0];

  private final InputStream in;
  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(4);
  private byte[] current = END;
  private int at;
  private boolean begun;
  private boolean ended;
  private volatile @Nullable IOException failure;
  private volatile boolean stopped;

  /**
   * @param in read once somebody reads here, and never closed
   */
  public StandardInput(InputStream in) {
    this.in = in;
  }

  /** Makes the stream end for those who read. Any thread may call. */
  public void stop() {
    stopped = true;
    chunks.clear();
    chunks.offer(END);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == current.length && !next()) {
      return -1;
    }
    int count = Math.min(length, current.length - at);
    System.arraycopy(current, at, target, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return current.length - at;
  }

  private boolean next() throws IOException {
    if (!begun) {
      begun = true;
      Thread pump = new Thread(this::pump, "standard-input");
      pump.setDaemon(true);
      pump.start();
    }
    if (ended || stopped) {
      return false;
    }
    try {
      current = chunks.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    at = 0;
    ended = current.length == 0;
    IOException failed = failure;
    if (ended && failed != null) {
      throw failed;
    }
    return !ended;
  }

  private void pump() {
    byte[] buffer = new byte[CHUNK];
    try {
      int count = in.read(buffer);
      while (count >= 0 && !stopped) {
        if (count > 0) {
          chunks.put(Arrays.copyOf(buffer, count));
        }
        count = in.read(buffer);
      }
    } catch (IOException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    putEnd();
  }

  private void putEnd() {
    try {
      chunks.put(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
