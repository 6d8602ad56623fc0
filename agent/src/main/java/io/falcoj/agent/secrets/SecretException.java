package io.falcoj.agent.secrets;

/** A certificate, key or token cannot be used. The message is one sentence that names the file. */
public final class SecretException extends Exception {
  private static final long serialVersionUID = 1L;

  SecretException(String message) {
    super(message);
  }
}
