package io.falcoj.agent.containers.socket;

import java.io.IOException;

/** Who was asked did answer, and the answer is that there will be none. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  public RefusedException(String message) {
    super(message);
  }
}
