package io.falcoj.agent.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A body that has arrived whole and waits to be judged.
 *
 * @param gzip whether it is compressed
 */
record Posted(Exchange exchange, Body body, boolean gzip) {
  private static final int BUFFER = 16 * 1024;

  /** The body as JSON. */
  InputStream open() throws IOException {
    return gzip ? new GZIPInputStream(body.open(), BUFFER) : body.open();
  }

  /**
   * Unpacks a compressed body without keeping it.
   *
   * @return its size, or more than {@code limit} when it is larger
   * @throws IOException when it is damaged
   */
  long unpackedSize(long limit) throws IOException {
    if (!gzip) {
      return body.size();
    }
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = open()) {
      int count = in.read(buffer);
      while (count >= 0 && size <= limit) {
        size += count;
        count = in.read(buffer);
      }
    }
    return size;
  }
}
