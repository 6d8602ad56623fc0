package io.falcoj.runtime.decode;

import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.value.ByteSlice;

/**
 * A decoded Kubernetes audit event: its document and when it happened. One instance is reused for
 * every event of a source; the document is valid as long as the raw event's bytes.
 */
public final class AuditEvent {
  private static final ByteSlice AUDIT_ID = ByteSlice.of("auditID");

  private final JsonDocument document;
  private long num;
  private long timestamp;
  private boolean identified;

  /**
   * @param maxDepth objects and arrays that may be open at once in an event
   */
  public AuditEvent(int maxDepth) {
    this.document = new JsonDocument(maxDepth);
  }

  /** An event of the usual depth limit. */
  public AuditEvent() {
    this(AuditDecoder.MAX_DEPTH);
  }

  void begin(long newNum, long newTimestamp) {
    this.num = newNum;
    this.timestamp = newTimestamp;
    this.identified = document.get(document.root(), AUDIT_ID) != JsonDocument.NONE;
  }

  /** The whole event; its root is an {@link JsonKind#OBJECT}. */
  public JsonDocument document() {
    return document;
  }

  /** Number of the event within its source, from 1: {@code evt.num}. */
  public long num() {
    return num;
  }

  /** Nanoseconds since the epoch, from {@code stageTimestamp}. */
  public long timestamp() {
    return timestamp;
  }

  /**
   * False for an event without {@code auditID}: every {@code ka.*} field of it is absent, as the
   * k8saudit plugin's {@code ExtractFromJSON} has it.
   */
  public boolean identified() {
    return identified;
  }
}
