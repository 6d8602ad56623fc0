package io.falcoj.runtime.engine;

import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import io.falcoj.runtime.source.audit.AuditLogSource;
import io.falcoj.runtime.source.scap.Decompression;
import io.falcoj.runtime.source.scap.ScapSource;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Opens recordings, telling captures from audit logs by their content: plain, gzip or zstd; a
 * document that begins with a brace or bracket is JSON, everything else is read as a capture.
 */
public final class ReplaySources {
  /** Enough of a file to find its first character behind compression and blanks. */
  private static final int HEAD = 32 * 1024;

  private ReplaySources() {}

  /**
   * Opens a recording.
   *
   * @throws SourceException when the file cannot be read
   */
  public static EventSource open(Path file) throws SourceException {
    if (Files.isDirectory(file)) {
      throw new SourceException(file.toString(), -1, "is a directory");
    }
    try {
      return open(file.toString(), Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      throw new SourceException(file.toString(), -1, "no such file");
    } catch (IOException e) {
      throw new SourceException(file.toString(), -1, "cannot be opened: " + e.getMessage());
    }
  }

  /**
   * Reads a recording from a stream, which the source closes.
   *
   * @param name for people
   * @throws SourceException when the stream cannot be read
   */
  public static EventSource open(String name, InputStream stream) throws SourceException {
    BufferedInputStream in = new BufferedInputStream(stream, HEAD);
    boolean json;
    try {
      in.mark(HEAD);
      byte[] head = in.readNBytes(HEAD);
      in.reset();
      json = isJson(head);
    } catch (IOException e) {
      throw new SourceException(name, -1, "cannot be read: " + e.getMessage());
    }
    return json ? audit(name, in) : ScapSource.of(name, in);
  }

  private static EventSource audit(String name, InputStream in) throws SourceException {
    try {
      return new AuditLogSource(name, Decompression.open(in), AuditLogOptions.DEFAULT);
    } catch (IOException e) {
      throw new SourceException(name, -1, "cannot be read: " + e.getMessage());
    }
  }

  /** False also where the head cannot be unpacked: the source then tells what is wrong. */
  private static boolean isJson(byte[] head) {
    try {
      InputStream plain = Decompression.open(new ByteArrayInputStream(head));
      int c = plain.read();
      while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        c = plain.read();
      }
      return c == '{' || c == '[';
    } catch (IOException e) {
      return false;
    }
  }
}
