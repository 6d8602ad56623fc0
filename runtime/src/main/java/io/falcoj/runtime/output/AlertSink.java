package io.falcoj.runtime.output;

import java.io.IOException;

/** Where alerts go. Used by one thread. */
public interface AlertSink extends AutoCloseable {
  /**
   * Takes an alert.
   *
   * @throws IOException when it could not be written; the sink stays usable
   */
  void accept(Alert alert) throws IOException;

  /**
   * Writes what was taken and not written yet.
   *
   * @throws IOException when it could not be written
   */
  default void flush() throws IOException {}

  @Override
  default void close() throws IOException {}
}
