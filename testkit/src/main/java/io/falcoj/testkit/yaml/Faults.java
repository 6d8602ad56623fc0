package io.falcoj.testkit.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Collects the mistakes of a file, so that all are told at once. */
public final class Faults {
  private final List<Fault> all = new ArrayList<>();

  /** Adds a mistake; reading goes on. */
  public void add(Node where, String message) {
    all.add(new FaultException(where, message).fault());
  }

  /** Reads a part; what it throws is noted, and null returned. */
  public <T> @Nullable T read(Supplier<T> part) {
    try {
      return part.get();
    } catch (FaultException e) {
      all.add(e.fault());
      return null;
    }
  }

  /** Reads a part; what it throws is noted. */
  public void attempt(Runnable part) {
    try {
      part.run();
    } catch (FaultException e) {
      all.add(e.fault());
    }
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
    return all.stream().distinct().sorted().toList();
  }
}
