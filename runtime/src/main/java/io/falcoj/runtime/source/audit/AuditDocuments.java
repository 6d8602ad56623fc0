package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.json.JsonText;
import io.falcoj.runtime.source.SourceHandler;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Cuts a stream of JSON documents into audit events, one step at a time, so that a list or an array
 * of any length passes without being kept.
 */
final class AuditDocuments {
  private static final Set<String> VERSIONS = Set.of("audit.k8s.io/v1", "audit.k8s.io/v1beta1");

  private enum State {
    /** Between documents. */
    TOP,
    /** Behind the bracket of the outermost array. */
    ARRAY_START,
    /** Before an element of that array. */
    ARRAY,
    /** Behind the bracket of a list's items. */
    ITEMS_START,
    /** Before an item. */
    ITEMS
  }

  private final AuditStream in;
  private final AuditLogOptions options;
  private final RawEvent raw = new RawEvent();
  private final Envelope document = new Envelope();
  private final Envelope item = new Envelope();
  private final LineLog lines = new LineLog();
  private final Set<String> strangeVersions = new HashSet<>();
  private State state = State.TOP;
  private boolean inArray;
  private long element;
  private long itemIndex;
  private long objectOffset;

  AuditDocuments(AuditStream in, AuditLogOptions options) {
    this.in = in;
    this.options = options;
  }

  /** To be called when the stream begins another input. */
  void begin() {
    state = State.TOP;
    lines.begin();
  }

  /** Reads up to the next event, refusal or bracket; false at the end of the input. */
  boolean next(SourceHandler handler) throws JsonException, IOException {
    switch (state) {
      case TOP -> {
        return document(handler);
      }
      case ARRAY_START, ARRAY -> {
        if (state == State.ARRAY_START && in.take(']')) {
          endDocument(handler);
        } else {
          element(handler);
        }
      }
      case ITEMS_START, ITEMS -> {
        if (state == State.ITEMS_START && in.take(']')) {
          behindItems(handler);
        } else {
          item(handler);
        }
      }
    }
    return true;
  }

  private boolean document(SourceHandler handler) throws JsonException, IOException {
    int first = in.peek();
    if (first < 0) {
      return false;
    }
    lines.beginDocument(in);
    inArray = first == '[';
    if (inArray) {
      in.skip();
      element = 0;
      state = State.ARRAY_START;
    } else if (first == '{') {
      beginObject(handler);
    } else {
      throw in.problem("expected an audit event, which begins with '{'");
    }
    return true;
  }

  private void element(SourceHandler handler) throws JsonException, IOException {
    int first = in.peek();
    if (first == '{') {
      beginObject(handler);
      return;
    }
    long offset = in.offset();
    in.value(null);
    refuse(
        handler,
        offset,
        first == '['
            ? "element " + element + " of the array is itself an array; nested arrays are not read"
            : "element " + element + " of the array is not an audit event");
    endObject(handler);
  }

  private void beginObject(SourceHandler handler) throws JsonException, IOException {
    in.mark();
    objectOffset = in.offset();
    in.skip();
    document.begin();
    if (in.take('}')) {
      judge(handler);
    } else {
      members(handler, true);
    }
  }

  /** Reads the members of a document's object; stops where the items of a list begin. */
  private void members(SourceHandler handler, boolean list) throws JsonException, IOException {
    do {
      if (document.member(in, list)) {
        in.skip();
        in.unmark();
        itemIndex = 0;
        state = State.ITEMS_START;
        return;
      }
    } while (in.take(','));
    in.expect('}', "behind the members of an object");
    if (list) {
      judge(handler);
    } else {
      judgeList(handler);
    }
  }

  private void judge(SourceHandler handler) throws JsonException, IOException {
    if (document.is("Event")) {
      deliver(handler, document, objectOffset);
    } else if (document.is("EventList")) {
      refuse(handler, objectOffset, "the EventList has no items");
    } else {
      refuse(handler, objectOffset, notAudit());
    }
    endObject(handler);
  }

  private String notAudit() {
    return document.kind() == null
        ? "an object without a kind is not an audit event"
        : "an object of kind " + document.kind() + " is not an audit event";
  }

  private void item(SourceHandler handler) throws JsonException, IOException {
    long offset = in.offset();
    if (in.peek() == '{') {
      offset = in.offset();
      in.mark();
      in.skip();
      item.begin();
      if (!in.take('}')) {
        do {
          item.member(in, false);
        } while (in.take(','));
        in.expect('}', "behind the members of an object");
      }
      deliver(handler, item, offset);
    } else {
      in.value(null);
      refuse(handler, offset, itemName() + " is not an audit event");
    }
    itemIndex++;
    if (in.take(',')) {
      state = State.ITEMS;
    } else {
      in.expect(']', "behind the items of the list");
      behindItems(handler);
    }
  }

  private void behindItems(SourceHandler handler) throws JsonException, IOException {
    if (in.take(',')) {
      members(handler, false);
    } else {
      in.expect('}', "behind the items of the list");
      judgeList(handler);
    }
  }

  private void judgeList(SourceHandler handler) throws JsonException, IOException {
    if (document.is("EventList")) {
      checkVersion(handler, document, objectOffset, "EventList");
    } else {
      refuse(handler, objectOffset, notAudit() + ", though it has items");
    }
    endObject(handler);
  }

  private void endObject(SourceHandler handler) throws JsonException, IOException {
    in.unmark();
    if (!inArray) {
      endDocument(handler);
      return;
    }
    element++;
    if (in.take(',')) {
      state = State.ARRAY;
    } else {
      in.expect(']', "behind the elements of the array");
      endDocument(handler);
    }
  }

  private void endDocument(SourceHandler handler) {
    state = State.TOP;
    lines.endDocument(in, handler);
  }

  private String itemName() {
    String item = "item " + itemIndex + " of the list";
    return inArray ? item + " in element " + element + " of the array" : item;
  }

  /** Hands over the marked bytes unless something is wrong with them. */
  private void deliver(SourceHandler handler, Envelope envelope, long offset) {
    String fault = envelope.fault();
    int start = in.markIndex();
    int length = in.index() - start;
    if (!in.marked() || tooLarge(start, length)) {
      fault = "it is larger than " + options.maxEventBytes() + " bytes";
    } else if (envelope.tooDeep()) {
      fault = "it is nested deeper than " + options.maxDepth() + " levels";
    }
    if (fault != null) {
      String what =
          envelope == item
              ? itemName()
              : inArray ? "element " + element + " of the array" : "the event";
      refuse(handler, offset, what + " is refused: " + fault);
      return;
    }
    checkVersion(handler, envelope, offset, "Event");
    handler.event(raw.wrap(in.window(), start, length, 0, 0));
  }

  private boolean tooLarge(int start, int length) {
    return length > options.maxEventBytes()
        && JsonText.compactLength(in.window(), start, start + length) > options.maxEventBytes();
  }

  private void checkVersion(SourceHandler handler, Envelope envelope, long offset, String kind) {
    String version = envelope.apiVersion();
    if (version != null && !VERSIONS.contains(version) && strangeVersions.add(kind)) {
      handler.warning(kind + " of version " + version + " is read as audit.k8s.io/v1", offset);
    }
  }

  private static void refuse(SourceHandler handler, long offset, String message) {
    handler.refused(1, message, offset);
  }

  /** Goes on behind damage if it is confined to a line; false when it is not. */
  boolean recover(JsonException damage, SourceHandler handler) throws IOException {
    state = State.TOP;
    boolean confined = lines.recover(in, damage, handler);
    in.unmark();
    return confined;
  }

  /** To be called at the end of the input. */
  void finish() throws JsonException {
    lines.finish();
  }

  long offset() {
    return in.offset();
  }
}
