package io.falcoj.runtime.decode;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.event.Rfc3339;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.value.ByteSlice;

/**
 * Raw audit event to {@link AuditEvent}. A document that its source has not read is indexed here.
 */
public final class AuditDecoder {
  /** Objects and arrays that may be open at once in an event, unless told otherwise. */
  public static final int MAX_DEPTH = 100;

  private static final ByteSlice STAGE_TIMESTAMP = ByteSlice.of("stageTimestamp");

  private long refused;
  private String problem = "";

  /**
   * Reads an event.
   *
   * @param num number that the event has if it is good
   * @return false when it is refused: {@link #problem} says why, {@link #refused} counts, and
   *     {@code num} was not used
   */
  public boolean decode(RawEvent raw, AuditEvent event, long num) {
    JsonDocument read = raw.document();
    if (read != null) {
      event.begin(read, num, raw.timestamp());
      return true;
    }
    JsonDocument document = event.own();
    try {
      document.read(raw.buffer(), raw.offset(), raw.length());
    } catch (JsonException e) {
      return refuse("byte " + e.offset() + " of the audit event: " + e.getMessage());
    }
    if (!document.is(document.root(), JsonKind.OBJECT)) {
      return refuse("the audit event is not a JSON object");
    }
    int stamp = document.get(document.root(), STAGE_TIMESTAMP);
    if (!document.is(stamp, JsonKind.STRING)) {
      return refuse("the audit event has no stageTimestamp");
    }
    long timestamp =
        Rfc3339.nanoseconds(document.bytes(), document.start(stamp) + 1, document.end(stamp) - 1);
    if (timestamp == Rfc3339.INVALID) {
      return refuse("the stageTimestamp of the audit event is not an RFC 3339 time");
    }
    event.begin(document, num, timestamp);
    return true;
  }

  private boolean refuse(String why) {
    problem = why;
    refused++;
    return false;
  }

  /** Number of events refused. */
  public long refused() {
    return refused;
  }

  /** Why the last event was refused; empty when none was. */
  public String problem() {
    return problem;
  }
}
