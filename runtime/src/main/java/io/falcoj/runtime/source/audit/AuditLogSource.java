package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.SourceInfo;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Reads Kubernetes audit events from JSON, plain or gzip: an Event, an EventList, one array of
 * these, one document to a line, or documents one after the other, compact or indented. Memory is
 * bounded by the limits in {@link AuditLogOptions}, whatever the input.
 *
 * <p>What is no audit event is refused with a warning and counted. A damaged line of a log with one
 * document to a line is reported and the next line is read; other damage ends the source.
 */
public final class AuditLogSource implements EventSource {
  private static final int BATCH = 256;

  private final SourceInfo info;
  private final InputStream in;
  private final AuditReader reader;
  private boolean opened;
  private boolean ended;

  /**
   * @param name for people, e.g. the file's
   * @param in JSON, or JSON in gzip; closed with this source
   */
  public AuditLogSource(String name, InputStream in, AuditLogOptions options) {
    this.info = new SourceInfo(EventSources.K8S_AUDIT, name, false);
    this.in = in;
    this.reader = new AuditReader(options);
  }

  /**
   * Opens a file.
   *
   * @throws SourceException when it cannot be opened
   */
  public static AuditLogSource open(Path file, AuditLogOptions options) throws SourceException {
    try {
      return new AuditLogSource(file.toString(), Files.newInputStream(file), options);
    } catch (NoSuchFileException e) {
      throw new SourceException(file.toString(), -1, "no such file");
    } catch (IOException e) {
      throw new SourceException(file.toString(), -1, "cannot be opened: " + e.getMessage());
    }
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public int poll(SourceHandler handler) throws SourceException {
    if (ended) {
      return END;
    }
    try {
      open();
      int work = reader.read(BATCH, handler);
      ended = work < BATCH;
      return work == 0 ? END : work;
    } catch (IOException e) {
      ended = true;
      throw new SourceException(info.name(), reader.offset(), "cannot be read: " + describe(e));
    } catch (JsonException e) {
      ended = true;
      throw new SourceException(info.name(), e.offset(), "damaged JSON: " + e.getMessage());
    }
  }

  private void open() throws IOException {
    if (opened) {
      return;
    }
    BufferedInputStream buffered = new BufferedInputStream(in, 64 * 1024);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    reader.open(gzip ? new GZIPInputStream(buffered, 64 * 1024) : buffered, Long.MAX_VALUE);
    opened = true;
  }

  private static String describe(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void close() {
    ended = true;
    try {
      in.close();
    } catch (IOException e) {
      // Nothing was written; a failing close loses nothing.
    }
  }
}
