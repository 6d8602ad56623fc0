package io.falcoj.runtime.source.scap;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Recognises compressed captures by their first bytes. */
public final class Decompression {
  private static final int MAGIC_LENGTH = 4;
  private static final int INPUT_BUFFER = 128 * 1024;

  private Decompression() {}

  /**
   * The plain bytes behind the stream: gzip and zstd are unpacked, anything else is handed through.
   */
  public static InputStream open(InputStream in) throws IOException {
    byte[] magic = new byte[MAGIC_LENGTH];
    int length = in.readNBytes(magic, 0, MAGIC_LENGTH);
    PushbackInputStream whole = new PushbackInputStream(in, MAGIC_LENGTH);
    whole.unread(magic, 0, length);
    if (isGzip(magic)) {
      return new GZIPInputStream(whole, INPUT_BUFFER);
    }
    return isZstd(magic) ? new ZstdInputStream(whole) : whole;
  }

  /**
   * True when bytes that begin so are compressed.
   *
   * @param magic the first four bytes; fewer when there are no more
   */
  public static boolean isCompressed(byte[] magic) {
    return isGzip(magic) || isZstd(magic);
  }

  private static boolean isGzip(byte[] magic) {
    return is(magic, 0x1F, 0x8B);
  }

  private static boolean isZstd(byte[] magic) {
    return is(magic, 0x28, 0xB5, 0x2F, 0xFD);
  }

  /** True when the stream that {@link #open} gave unpacks what it reads. */
  static boolean unpacks(InputStream opened) {
    return opened instanceof GZIPInputStream || opened instanceof ZstdInputStream;
  }

  private static boolean is(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
