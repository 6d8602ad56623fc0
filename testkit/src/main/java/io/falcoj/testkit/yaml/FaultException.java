package io.falcoj.testkit.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** A mistake that ends the reading of one part of a file: see {@link Faults#attempt}. */
public final class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  /**
   * @param message one sentence
   */
  public FaultException(Node where, String message) {
    super(message);
    Mark mark = where.getStartMark();
    this.fault = new Fault(mark.getLine() + 1, mark.getColumn() + 1, message);
  }

  Fault fault() {
    return fault;
  }
}
