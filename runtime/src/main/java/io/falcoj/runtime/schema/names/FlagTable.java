package io.falcoj.runtime.schema.names;

import java.util.List;

/** Named values of a flag or enumeration parameter, in the order in which they are rendered. */
public record FlagTable(String name, List<Entry> entries) {
  /** One named value; the value's bits are compared unsigned. */
  public record Entry(String name, long value) {}

  public FlagTable {
    entries = List.copyOf(entries);
  }
}
