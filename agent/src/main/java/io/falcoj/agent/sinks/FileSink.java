package io.falcoj.agent.sinks;

import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.output.AlertFormat;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.runtime.output.StreamSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Appends alerts to a file. Unless told to keep it open, the file is opened for every alert, so
 * that it can be moved away at any time.
 */
public final class FileSink implements AlertSink {
  private final Path file;
  private final AlertFormat format;
  private final boolean keepOpen;
  private final boolean buffered;
  private @Nullable OutputStream stream;

  public FileSink(Path file, AlertFormat format, boolean keepOpen, boolean buffered) {
    this.file = file;
    this.format = format;
    this.keepOpen = keepOpen;
    this.buffered = buffered;
  }

  @Override
  public void accept(Alert alert) throws IOException {
    OutputStream out = stream;
    if (out == null) {
      out =
          new BufferedOutputStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      stream = out;
    }
    new StreamSink(out, format, buffered).accept(alert);
    if (!keepOpen) {
      close();
    }
  }

  @Override
  public void flush() throws IOException {
    if (stream != null) {
      stream.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }
}
