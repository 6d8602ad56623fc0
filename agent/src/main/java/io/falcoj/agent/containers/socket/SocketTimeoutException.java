package io.falcoj.agent.containers.socket;

import java.io.IOException;

/** Who was asked did not answer in time. */
public final class SocketTimeoutException extends IOException {
  private static final long serialVersionUID = 1L;

  public SocketTimeoutException(String message) {
    super(message);
  }
}
