package io.falcoj.runtime.source.follow;

import io.falcoj.runtime.source.scap.Decompression;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an open log by their place in it, unpacked when it is compressed. An open log can be
 * read to its end when it is renamed or deleted.
 */
final class OpenLog implements Closeable {
  private final FileChannel channel;
  private final Path path;
  private final boolean compressed;
  private @Nullable InputStream unpacked;
  private long unpackedTo;

  private OpenLog(FileChannel channel, Path path, boolean compressed) {
    this.channel = channel;
    this.path = path;
    this.compressed = compressed;
  }

  static OpenLog open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      ByteBuffer magic = ByteBuffer.allocate(4);
      channel.read(magic, 0);
      return new OpenLog(channel, path, Decompression.isCompressed(magic.array()));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** True when the bytes are unpacked; such a log does not grow any more. */
  boolean compressed() {
    return compressed;
  }

  /** Bytes in the file. */
  long size() throws IOException {
    return channel.size();
  }

  /** What the log begins with, {@link Head#MAX} bytes at most. */
  byte[] beginning() throws IOException {
    byte[] bytes = new byte[Head.MAX];
    int length = 0;
    if (compressed) {
      try (InputStream in = Decompression.open(Files.newInputStream(path))) {
        length = in.readNBytes(bytes, 0, bytes.length);
      } catch (EOFException e) {
        // It is being written; the next look sees more.
      }
    } else {
      length = Math.max(0, read(bytes, 0, bytes.length, 0));
    }
    return length == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, length);
  }

  /**
   * Reads bytes.
   *
   * @param position in the log, unpacked
   * @return number of bytes, 0 when there are none now
   */
  int read(byte[] target, int offset, int length, long position) throws IOException {
    if (compressed) {
      return unpack(target, offset, length, position);
    }
    int count = 0;
    while (count < length) {
      ByteBuffer rest = ByteBuffer.wrap(target, offset + count, length - count);
      int more = channel.read(rest, position + count);
      if (more <= 0) {
        break;
      }
      count += more;
    }
    return count;
  }

  private int unpack(byte[] target, int offset, int length, long position) throws IOException {
    InputStream in = unpacked;
    if (in == null || unpackedTo > position) {
      closeUnpacked();
      in = Decompression.open(Files.newInputStream(path));
      unpacked = in;
      unpackedTo = 0;
    }
    in.skipNBytes(position - unpackedTo);
    unpackedTo = position;
    int count = in.readNBytes(target, offset, length);
    unpackedTo += count;
    return count;
  }

  private void closeUnpacked() throws IOException {
    if (unpacked != null) {
      unpacked.close();
      unpacked = null;
    }
  }

  @Override
  public void close() {
    try (FileChannel last = channel) {
      closeUnpacked();
    } catch (IOException e) {
      // Nothing was written; a failing close loses nothing.
    }
  }
}
