package io.falcoj.runtime.source.audit;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.event.Rfc3339;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonException;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.json.JsonText;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of JSON documents into audit events, one step at a time, so that a list or an array
 * of any length passes without being kept. While an event passes, what the handler looks at is
 * indexed.
 */
final class AuditDocuments {
  private static final ByteSlice ITEMS_KEY = ByteSlice.of("items");
  private static final String KIND_OF_LISTS = "EventList";

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
  private final JsonDocument index;
  private final ListRest listRest = new ListRest();
  private final LineLog lines = new LineLog();
  private final Set<String> strangeVersions = new HashSet<>();
  private JsonPaths paths = Envelope.with(Set.of());
  private State state = State.TOP;
  private boolean inArray;
  private long element;
  private long itemIndex;
  private long objectOffset;

  AuditDocuments(AuditStream in, AuditLogOptions options) {
    this.in = in;
    this.options = options;
    this.index = new JsonDocument(options.maxDepth());
  }

  /** To be called when the stream begins another input. */
  void begin() {
    state = State.TOP;
    lines.begin();
  }

  /** Sets what is looked at in events. */
  void want(JsonPaths wanted) {
    paths = Envelope.with(wanted.all());
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
      object(handler);
    } else {
      throw in.problem("expected an audit event, which begins with '{'");
    }
    return true;
  }

  private void element(SourceHandler handler) throws JsonException, IOException {
    int first = in.peek();
    if (first == '{') {
      object(handler);
      return;
    }
    long offset = in.offset();
    in.skipValue();
    refuse(
        handler,
        offset,
        first == '['
            ? "element " + element + " of the array is itself an array; nested arrays are not read"
            : "element " + element + " of the array is not an audit event");
    endObject(handler);
  }

  /** Reads a document's object, or that of a list up to its items. */
  private void object(SourceHandler handler) throws JsonException, IOException {
    objectOffset = in.offset();
    boolean whole = in.object(index, paths, ITEMS_KEY);
    if (!whole) {
      boolean list = !Envelope.hasKind(index) || Envelope.isKind(index, Envelope.EVENT_LIST);
      if (list || !in.marked()) {
        beginItems();
        return;
      }
      // An event may have a key of that name too.
      in.rewind();
      in.object(index, paths, null);
    }
    judge(handler);
  }

  private void beginItems() {
    listRest.begin(index);
    in.skip();
    in.unmark();
    itemIndex = 0;
    state = State.ITEMS_START;
  }

  private void judge(SourceHandler handler) throws JsonException, IOException {
    if (!in.marked() || Envelope.isKind(index, Envelope.EVENT)) {
      deliver(handler, objectOffset);
    } else if (Envelope.isKind(index, Envelope.EVENT_LIST)) {
      refuse(handler, objectOffset, "the EventList has no items");
    } else {
      String kind = Envelope.hasKind(index) ? Envelope.kind(index) : null;
      refuse(handler, objectOffset, notAudit(kind));
    }
    endObject(handler);
  }

  private static String notAudit(@Nullable String kind) {
    return kind == null
        ? "an object without a kind is not an audit event"
        : "an object of kind " + kind + " is not an audit event";
  }

  private void item(SourceHandler handler) throws JsonException, IOException {
    boolean object = in.peek() == '{';
    long offset = in.offset();
    if (object) {
      in.object(index, paths, null);
      deliver(handler, offset);
    } else {
      in.skipValue();
      refuse(handler, offset, name(true) + " is not an audit event");
    }
    in.unmark();
    itemIndex++;
    if (in.take(',')) {
      state = State.ITEMS;
    } else {
      in.expect(']', "behind the items of the list");
      behindItems(handler);
    }
  }

  private void behindItems(SourceHandler handler) throws JsonException, IOException {
    listRest.read(in);
    if (KIND_OF_LISTS.equals(listRest.kind())) {
      checkVersion(handler, listRest.strangeVersion(), objectOffset, KIND_OF_LISTS);
    } else {
      refuse(handler, objectOffset, notAudit(listRest.kind()) + ", though it has items");
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

  /** Hands over the marked bytes unless something is wrong with them. */
  private void deliver(SourceHandler handler, long offset) {
    int start = in.markIndex();
    int length = in.index() - start;
    long timestamp = Rfc3339.INVALID;
    String fault = null;
    if (!in.marked() || tooLarge(start, length)) {
      fault = "it is larger than " + options.maxEventBytes() + " bytes";
    } else if (in.tooDeep()) {
      fault = "it is nested deeper than " + options.maxDepth() + " levels";
    } else {
      timestamp = Envelope.timestamp(index);
      if (timestamp == Rfc3339.INVALID) {
        fault =
            Envelope.hasTimestamp(index)
                ? "its stageTimestamp is not an RFC 3339 time"
                : "it has no stageTimestamp";
      }
    }
    if (fault != null) {
      refuse(
          handler,
          offset,
          name(state == State.ITEMS || state == State.ITEMS_START) + " is refused: " + fault);
      return;
    }
    checkVersion(handler, Envelope.strangeVersion(index), offset, "Event");
    handler.event(raw.wrap(in.window(), start, length, 0, 0).read(index, timestamp));
  }

  private boolean tooLarge(int start, int length) {
    return length > options.maxEventBytes()
        && JsonText.compactLength(in.window(), start, start + length) > options.maxEventBytes();
  }

  /** What is read, for people. */
  private String name(boolean item) {
    String where = "element " + element + " of the array";
    if (item) {
      return "item " + itemIndex + " of the list" + (inArray ? " in " + where : "");
    }
    return inArray ? where : "the event";
  }

  private void checkVersion(
      SourceHandler handler, @Nullable String strange, long offset, String kind) {
    if (strange != null && strangeVersions.add(kind)) {
      handler.warning(kind + " of version " + strange + " is read as audit.k8s.io/v1", offset);
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
