package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.json.JsonPath;
import io.falcoj.runtime.json.JsonPath.Reach;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.IntArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A path into an audit event. Walked with {@link #collect}, it branches at every array; see {@code
 * getValuesRecursive} of the k8saudit plugin ({@code pkg/k8saudit/extract.go}).
 */
public final class KaPath {
  /** In place of an index: every element. */
  public static final int ALL = -1;

  private static final JsonDocument NOTHING = new JsonDocument(1);

  private final ByteSlice[] keys;
  private final JsonPath value;
  private final JsonPath members;

  private KaPath(List<String> names) {
    this.keys = names.stream().map(ByteSlice::of).toArray(ByteSlice[]::new);
    boolean elements = names.get(names.size() - 1).isEmpty();
    List<String> named = elements ? names.subList(0, names.size() - 1) : names;
    this.members = JsonPath.of(Reach.MEMBERS, named);
    this.value = elements ? members : JsonPath.of(Reach.VALUE, named);
  }

  public static KaPath of(String... keys) {
    return new KaPath(List.of(keys));
  }

  /** This path and further keys. */
  public KaPath then(String... more) {
    List<String> longer = new ArrayList<>();
    for (ByteSlice key : keys) {
      longer.add(key.toString());
    }
    longer.addAll(List.of(more));
    return new KaPath(longer);
  }

  /** The event for a look at the path; an empty one when there is no identified audit event. */
  public JsonDocument document(MatchContext ctx) {
    return document(ctx, value);
  }

  /** The same for a look also at what lies in the value. */
  public JsonDocument documentWithMembers(MatchContext ctx) {
    return document(ctx, members);
  }

  private static JsonDocument document(MatchContext ctx, JsonPath path) {
    AuditEvent event = ctx.audit();
    return event != null && event.identified() ? event.look(path) : NOTHING;
  }

  /** True when the event is an identified audit event. */
  public static boolean isIdentified(MatchContext ctx) {
    AuditEvent event = ctx.audit();
    return event != null && event.identified();
  }

  /** The node at the end of the path, or {@link JsonDocument#NONE}; does not branch. */
  public int find(JsonDocument doc) {
    return doc.find(value);
  }

  /** The same in a {@link #documentWithMembers}. */
  public int findWithMembers(JsonDocument doc) {
    return doc.find(members);
  }

  /** The text at the end of the path, or null. */
  public @Nullable ByteSlice text(MatchContext ctx) {
    JsonDocument doc = document(ctx);
    return AuditText.of(ctx, doc, find(doc));
  }

  /** The texts of the array at the end of the path, or null when it is empty or no array. */
  public @Nullable ValueList texts(MatchContext ctx) {
    JsonDocument doc = documentWithMembers(ctx);
    ValueList list = ctx.list();
    addElements(ctx, doc, findWithMembers(doc), list);
    return orNull(list);
  }

  /** Appends the texts of an array's elements; nothing for what is no array. */
  static void addElements(MatchContext ctx, JsonDocument doc, int array, ValueList list) {
    if (!doc.is(array, JsonKind.ARRAY)) {
      return;
    }
    for (int e = doc.firstChild(array); e != JsonDocument.NONE; e = doc.nextChild(array, e)) {
      add(ctx, doc, e, list);
    }
  }

  public static void add(MatchContext ctx, JsonDocument doc, int node, ValueList list) {
    ByteSlice text = AuditText.of(ctx, doc, node);
    if (text != null) {
      list.add(text);
    }
  }

  public static @Nullable ValueList orNull(ValueList list) {
    return list.size() == 0 ? null : list;
  }

  /**
   * Finds the nodes at the ends of the path. With an index, that element of each array on the way;
   * with {@link #ALL} every element, those that lack the rest of the path as {@link
   * JsonDocument#NONE}. An array at the very end is one node.
   *
   * @return false when a key is missing before the first branch, or the index is out of range
   */
  public boolean collect(JsonDocument doc, int index, IntArrayList nodes) {
    nodes.clear();
    return doc.root() != JsonDocument.NONE && collect(doc, doc.root(), 0, index, nodes);
  }

  private boolean collect(JsonDocument doc, int from, int first, int index, IntArrayList nodes) {
    int at = from;
    for (int i = first; i < keys.length; i++) {
      if (doc.is(at, JsonKind.ARRAY)) {
        if (index == ALL) {
          branch(doc, at, i, nodes);
          return true;
        }
        at = doc.at(at, index);
      }
      // An empty key asks for the elements themselves.
      at = keys[i].isEmpty() ? at : doc.get(at, keys[i]);
      if (at == JsonDocument.NONE) {
        return false;
      }
    }
    nodes.addInt(at);
    return true;
  }

  /** Recurses once for each array within an array, which the nesting limit of events bounds. */
  private void branch(JsonDocument doc, int array, int rest, IntArrayList nodes) {
    for (int e = doc.firstChild(array); e != JsonDocument.NONE; e = doc.nextChild(array, e)) {
      if (!collect(doc, e, rest, ALL, nodes)) {
        nodes.addInt(JsonDocument.NONE);
      }
    }
  }

  /** The texts at the ends of the path, without those that are missing; null when none is left. */
  public @Nullable ValueList present(MatchContext ctx, int index) {
    JsonDocument doc = document(ctx);
    IntArrayList nodes = ctx.nodes();
    if (!collect(doc, index, nodes)) {
      return null;
    }
    ValueList list = ctx.list();
    for (int i = 0; i < nodes.size(); i++) {
      add(ctx, doc, nodes.getInt(i), list);
    }
    return orNull(list);
  }

  /** As {@link #present}, but null as soon as one is missing. */
  public @Nullable ValueList complete(MatchContext ctx, int index) {
    JsonDocument doc = document(ctx);
    IntArrayList nodes = ctx.nodes();
    if (!collect(doc, index, nodes)) {
      return null;
    }
    ValueList list = ctx.list();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.getInt(i) == JsonDocument.NONE) {
        return null;
      }
      add(ctx, doc, nodes.getInt(i), list);
    }
    return orNull(list);
  }

  /** The texts of the array at the end of the path, or of the one element at an index. */
  public @Nullable ValueList element(MatchContext ctx, int index) {
    if (index == ALL) {
      return texts(ctx);
    }
    JsonDocument doc = documentWithMembers(ctx);
    ValueList list = ctx.list();
    add(ctx, doc, doc.at(findWithMembers(doc), index), list);
    return orNull(list);
  }

  /** The elements of the arrays at the ends of the path, one after the other. */
  public @Nullable ValueList flattened(MatchContext ctx, int index) {
    JsonDocument doc = documentWithMembers(ctx);
    IntArrayList nodes = ctx.nodes();
    if (!collect(doc, index, nodes)) {
      return null;
    }
    ValueList list = ctx.list();
    for (int i = 0; i < nodes.size(); i++) {
      addElements(ctx, doc, nodes.getInt(i), list);
    }
    return orNull(list);
  }
}
