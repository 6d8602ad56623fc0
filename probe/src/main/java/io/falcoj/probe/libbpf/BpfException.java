package io.falcoj.probe.libbpf;

/** The kernel or libbpf refused something; the message says what, the log why. */
public final class BpfException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String log;

  BpfException(String message, String log) {
    super(message);
    this.log = log;
  }

  /** What libbpf and the verifier printed; may be empty. */
  public String log() {
    return log;
  }
}
