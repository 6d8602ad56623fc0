package io.falcoj.runtime.source.scap.convert;

import io.falcoj.runtime.schema.EventType;
import java.util.List;

/**
 * One row of the conversion table.
 *
 * @param step what to do
 * @param result type of the event afterwards
 * @param fills where the new parameters come from: all of them, or those to append
 */
record Conversion(Step step, EventType result, List<Fill> fills) {
  /** What a row does with an event. */
  enum Step {
    /** Holds an enter event for its exit event; nothing is delivered. */
    KEEP,
    DELIVER,
    KEEP_AND_DELIVER,
    /** Adds parameters behind those that the event has. */
    APPEND,
    /** Makes an event of another type. */
    BECOME
  }

  Conversion {
    fills = List.copyOf(fills);
  }
}
