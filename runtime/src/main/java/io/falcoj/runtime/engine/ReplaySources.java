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
    return open(file, AuditLogOptions.DEFAULT);
  }

  /**
   * Opens a recording.
   *
   * @param options hold if it is an audit log
   * @throws SourceException when the file cannot be read
   */
  public static EventSource open(Path file, AuditLogOptions options) throws SourceException {
    if (Files.isDirectory(file)) {
      throw new SourceException(
          file.toString(), -1, "is a directory; name the files in it, as in " + file + "/*.json");
    }
    try {
      return open(file.toString(), Files.newInputStream(file), options);
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
    return open(name, stream, AuditLogOptions.DEFAULT);
  }

  /**
   * Reads a recording from a stream, which the source closes.
   *
   * @param name for people
   * @param options hold if it is an audit log
   * @throws SourceException when the stream cannot be read
   */
  public static EventSource open(String name, InputStream stream, AuditLogOptions options)
      throws SourceException {
    BufferedInputStream in = new BufferedInputStream(stream, HEAD);
    boolean json;
    try {
      json = isJson(in);
    } catch (IOException e) {
      throw new SourceException(name, -1, "cannot be read: " + e.getMessage());
    }
    return json ? audit(name, in, options) : ScapSource.of(name, in);
  }

  private static EventSource audit(String name, InputStream in, AuditLogOptions options)
      throws SourceException {
    try {
      return new AuditLogSource(name, Decompression.open(in), options);
    } catch (IOException e) {
      throw new SourceException(name, -1, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * Looks ahead, and no further than needed: a pipe may give a line now and the next much later.
   */
  private static boolean isJson(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    byte[] magic = in.readNBytes(4);
    in.reset();
    if (!Decompression.isCompressed(magic)) {
      boolean json = beginsWithBracket(in);
      in.reset();
      return json;
    }
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    try {
      return beginsWithBracket(Decompression.open(new ByteArrayInputStream(head)));
    } catch (IOException e) {
      // The source tells what is wrong.
      return false;
    }
  }

  private static boolean beginsWithBracket(InputStream plain) throws IOException {
    int blanks = 0;
    int c = plain.read();
    if (c == 0xEF && plain.read() == 0xBB && plain.read() == 0xBF) {
      c = plain.read();
    }
    while ((c == ' ' || c == '\t' || c == '\n' || c == '\r') && blanks++ < HEAD - 8) {
      c = plain.read();
    }
    return c == '{' || c == '[';
  }
}
