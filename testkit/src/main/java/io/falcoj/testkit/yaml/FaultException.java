package io.falcoj.testkit.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** A mistake that ends the reading of one part of a file: see {@link Faults#attempt}. */
public final class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FaultCode code;
  private final transient Node where;
  private final transient @Nullable String hint;

  /** A value that is wrong. */
  public FaultException(Node where, String message) {
    this(FaultCode.VALUE, where, message, null);
  }

  /**
   * @param message one sentence
   * @param hint what would be right, or null
   */
  public FaultException(FaultCode code, Node where, String message, @Nullable String hint) {
    super(message);
    this.code = code;
    this.where = where;
    this.hint = hint;
  }

  FaultCode code() {
    return code;
  }

  Node where() {
    return where;
  }

  @Nullable String hint() {
    return hint;
  }
}
