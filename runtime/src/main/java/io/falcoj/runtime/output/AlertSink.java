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

  @Override
  default void close() throws IOException {}
}
