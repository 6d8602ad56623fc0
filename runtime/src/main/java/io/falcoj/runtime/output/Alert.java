package io.falcoj.runtime.output;

import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.Set;

/**
 * A rule that matched an event, ready to be printed.
 *
 * @param rule name
 * @param priority as alerts show it, e.g. {@code Warning}
 * @param source event source
 * @param tags sorted
 * @param eventNumber {@code evt.num}
 * @param timestamp nanoseconds since the epoch
 * @param prefix time and priority
 * @param message the rule's output with its fields filled in; bytes as the event had them
 * @param fields sorted by name; empty unless JSON was asked for
 */
public record Alert(
    String rule,
    String priority,
    String source,
    Set<String> tags,
    long eventNumber,
    long timestamp,
    ByteSlice prefix,
    ByteSlice message,
    List<Field> fields) {
  /** The source of alerts that no rule makes. */
  static final String INTERNAL = "internal";

  /**
   * An entry of {@code output_fields}.
   *
   * @param json the value as JSON text
   */
  public record Field(String name, ByteSlice json) {}

  /** Whether it tells of the engine itself. */
  boolean isNotice() {
    return source.equals(INTERNAL);
  }
}
