package io.falcoj.testkit.diff.version;

/** A version of the rules cannot be found; the message is for the user. */
public final class VersionException extends Exception {
  private static final long serialVersionUID = 1L;

  VersionException(String message) {
    super(message);
  }
}
