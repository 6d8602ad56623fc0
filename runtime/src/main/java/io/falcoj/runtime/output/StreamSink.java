package io.falcoj.runtime.output;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one line per alert to a stream, which it does not close. */
public final class StreamSink implements AlertSink {
  private final OutputStream out;
  private final AlertFormat format;
  private final boolean buffered;
  private final TextBuilder line = new TextBuilder();
  private final ByteSlice bytes = new ByteSlice();

  /**
   * @param buffered false to flush behind every alert
   */
  public StreamSink(OutputStream out, AlertFormat format, boolean buffered) {
    this.out = out;
    this.format = format;
    this.buffered = buffered;
  }

  @Override
  public void accept(Alert alert) throws IOException {
    line.reset();
    format.append(alert, line.begin());
    line.append('\n').finish(bytes);
    out.write(bytes.array(), bytes.offset(), bytes.length());
    if (!buffered) {
      out.flush();
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
