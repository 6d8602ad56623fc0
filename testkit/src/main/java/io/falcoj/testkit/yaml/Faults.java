package io.falcoj.testkit.yaml;

import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Collects the mistakes of a file, so that all are told at once. */
public final class Faults {
  private final YamlFile file;
  private final List<Fault> all = new ArrayList<>();

  public Faults(YamlFile file) {
    this.file = file;
  }

  /** Adds a value that is wrong; reading goes on. */
  public void add(Node where, String message) {
    add(FaultCode.VALUE, where, message, null);
  }

  /**
   * Adds a mistake; reading goes on.
   *
   * @param hint what would be right, or null
   */
  public void add(FaultCode code, Node where, String message, @Nullable String hint) {
    add(new Fault(code, place(where), message, hint));
  }

  void add(Fault fault) {
    all.add(fault);
  }

  /** Where a value stands. */
  public SourceSpan place(Node node) {
    return file.place(node);
  }

  /** Reads a part; what it throws is noted, and null returned. */
  public <T> @Nullable T read(Supplier<T> part) {
    try {
      return part.get();
    } catch (FaultException e) {
      add(e);
      return null;
    }
  }

  /** Reads a part; what it throws is noted. */
  public void attempt(Runnable part) {
    try {
      part.run();
    } catch (FaultException e) {
      add(e);
    }
  }

  private void add(FaultException e) {
    add(e.code(), e.where(), String.valueOf(e.getMessage()), e.hint());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** How many there are so far. */
  public int size() {
    return all.size();
  }

  /** All mistakes in the order of their places. */
  public List<Fault> all() {
    return all.stream()
        .distinct()
        .sorted(Comparator.comparingInt(fault -> fault.span().start()))
        .toList();
  }
}
