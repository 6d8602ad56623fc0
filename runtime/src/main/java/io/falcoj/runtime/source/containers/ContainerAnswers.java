package io.falcoj.runtime.source.containers;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the answers of a lookup, as the container plugin makes them: so state, rules and
 * recordings meet them like any other.
 */
public final class ContainerAnswers {
  private static final EventType ASYNC = EventTable.standard().byId("ASYNCEVENT_E");

  private final ContainerLookup lookup;
  private final EventEncoder encoder = new EventEncoder();
  private final RawEvent raw = new RawEvent();

  public ContainerAnswers(ContainerLookup lookup) {
    this.lookup = lookup;
  }

  /**
   * The event of the next answer, or null. The next call reuses its bytes.
   *
   * @param time of the event that it goes in front of
   */
  public @Nullable RawEvent next(long time) {
    String json = lookup.next(time);
    if (json == null) {
      return null;
    }
    return encoder.begin(ASYNC, time, -1).number(0).text("container").text(json).toRaw(raw);
  }
}
