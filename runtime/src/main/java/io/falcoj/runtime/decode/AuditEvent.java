package io.falcoj.runtime.decode;

import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.json.JsonPath;
import io.falcoj.runtime.json.JsonPath.Reach;
import io.falcoj.runtime.json.JsonPaths;
import java.util.List;
import java.util.function.Consumer;

/**
 * A decoded Kubernetes audit event: its document and when it happened. One instance is reused for
 * every event of a source; the document is valid as long as the raw event's bytes.
 */
public final class AuditEvent {
  private static final JsonPath AUDIT_ID = JsonPath.of(Reach.VALUE, List.of("auditID"));

  private final JsonDocument own;
  private JsonDocument document;
  private JsonPaths wanted = JsonPaths.NONE;
  private long num;
  private long timestamp;
  private long readAgain;
  private boolean identified;

  /**
   * @param maxDepth objects and arrays that may be open at once in an event
   */
  public AuditEvent(int maxDepth) {
    this(new JsonDocument(maxDepth));
  }

  /** An event of the usual depth limit. */
  public AuditEvent() {
    this(AuditDecoder.MAX_DEPTH);
  }

  private AuditEvent(JsonDocument own) {
    this.own = own;
    this.document = own;
  }

  /** An empty event that tells which paths fields look at. */
  public static AuditEvent asking(Consumer<JsonPath> asked) {
    AuditEvent event = new AuditEvent(JsonDocument.asking(asked));
    event.identified = true;
    return event;
  }

  /** The index for documents that their source has not read. */
  JsonDocument own() {
    return own;
  }

  void begin(JsonDocument newDocument, long newNum, long newTimestamp) {
    this.document = newDocument;
    this.num = newNum;
    this.timestamp = newTimestamp;
    readAgain += newDocument.require(AUDIT_ID) ? 1 : 0;
    this.identified = newDocument.find(AUDIT_ID) != JsonDocument.NONE;
  }

  /** The whole event; its root is an {@link JsonKind#OBJECT}. Its parts only by {@link #look}. */
  public JsonDocument document() {
    return document;
  }

  /** The event for a look at a path. Nodes found before are no longer valid. */
  public JsonDocument look(JsonPath path) {
    if (document.require(path)) {
      readAgain++;
      wanted = wanted.with(path);
    }
    return document;
  }

  /** What fields look at, as far as that is known: sources may leave the rest unread. */
  public JsonPaths wanted() {
    return wanted;
  }

  /** Sets what fields are going to look at. */
  public void want(JsonPaths paths) {
    wanted = paths;
  }

  /** How often a document had to be read a second time for a path that was not wanted before. */
  public long readAgain() {
    return readAgain;
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
