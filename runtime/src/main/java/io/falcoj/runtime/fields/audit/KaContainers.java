package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import org.agrona.collections.IntArrayList;
import org.jspecify.annotations.Nullable;

/** What can be asked of one of the lists of containers in a pod that a request wants to make. */
public final class KaContainers {
  private static final KaPath SPEC = KaPath.of("requestObject", "spec");
  private static final ByteSlice ZERO = ByteSlice.of("0");
  private static final ByteSlice HOST_PORT = ByteSlice.of("hostPort");
  private static final ByteSlice CONTAINER_PORT = ByteSlice.of("containerPort");

  private final KaPath element;
  private final KaPath name;
  private final KaPath image;
  private final KaPath command;
  private final KaPath args;
  private final KaPath ports;
  private final KaPath context;

  /**
   * @param list key of the list in a pod's specification
   */
  public KaContainers(String list) {
    KaPath containers = SPEC.then(list);
    this.element = containers.then("");
    this.name = containers.then("name");
    this.image = containers.then("image");
    this.command = containers.then("command");
    this.args = containers.then("args");
    this.ports = containers.then("ports");
    this.context = containers.then("securityContext");
  }

  /** A path inside the containers' security contexts. */
  public KaPath inContext(String... keys) {
    return context.then(keys);
  }

  /** A path inside the pod's security context. */
  public static KaPath inPodContext(String key) {
    return SPEC.then("securityContext", key);
  }

  public @Nullable ValueList names(MatchContext ctx, int index) {
    return name.complete(ctx, index);
  }

  public @Nullable ValueList images(MatchContext ctx, int index) {
    return image.complete(ctx, index);
  }

  /**
   * Images without tag and digest. The plugin cuts at the first colon, which leaves of an image in
   * a registry with a port only the registry's name; here the port stays.
   */
  public @Nullable ValueList repositories(MatchContext ctx, int index) {
    ValueList images = image.complete(ctx, index);
    for (int i = 0; images != null && i < images.size(); i++) {
      cutToRepository(images.slice(i));
    }
    return images;
  }

  private static void cutToRepository(ByteSlice image) {
    int digest = image.indexOf((byte) '@', 0);
    int end = digest < 0 ? image.length() : digest;
    image.wrap(image.array(), image.offset(), end);
    int tag = image.indexOf((byte) ':', image.lastIndexOf((byte) '/') + 1);
    image.wrap(image.array(), image.offset(), tag < 0 ? end : tag);
  }

  public @Nullable ValueList commands(MatchContext ctx, int index) {
    return joined(ctx, command, index);
  }

  public @Nullable ValueList arguments(MatchContext ctx, int index) {
    return joined(ctx, args, index);
  }

  /** One text for each container: its words with blanks between. */
  private static @Nullable ValueList joined(MatchContext ctx, KaPath path, int index) {
    JsonDocument doc = path.documentWithMembers(ctx);
    IntArrayList nodes = ctx.nodes();
    if (!path.collect(doc, index, nodes)) {
      return null;
    }
    ValueList list = ctx.list();
    for (int i = 0; i < nodes.size(); i++) {
      int words = nodes.getInt(i);
      if (words == JsonDocument.NONE) {
        continue;
      }
      if (!doc.is(words, JsonKind.ARRAY)) {
        return null;
      }
      TextBuilder text = ctx.text();
      for (int w = doc.firstChild(words); w != JsonDocument.NONE; w = doc.nextChild(words, w)) {
        if (w != doc.firstChild(words)) {
          text.append(' ');
        }
        if (!AuditText.appendString(doc, w, text)) {
          return null;
        }
      }
      list.add(AuditText.untilNul(text.finish(ctx.slice())));
    }
    return KaPath.orNull(list);
  }

  /** Host ports; for a port without one, the container's, which the host shares on its network. */
  public @Nullable ValueList hostPorts(MatchContext ctx, int index) {
    JsonDocument doc = ports.documentWithMembers(ctx);
    IntArrayList nodes = ctx.nodes();
    if (!ports.collect(doc, index, nodes)) {
      return null;
    }
    ValueList list = ctx.list();
    for (int i = 0; i < nodes.size(); i++) {
      int all = nodes.getInt(i);
      if (all == JsonDocument.NONE) {
        continue;
      }
      if (!doc.is(all, JsonKind.ARRAY)) {
        return null;
      }
      for (int p = doc.firstChild(all); p != JsonDocument.NONE; p = doc.nextChild(all, p)) {
        int host = doc.get(p, HOST_PORT);
        KaPath.add(ctx, doc, host != JsonDocument.NONE ? host : doc.get(p, CONTAINER_PORT), list);
      }
    }
    return KaPath.orNull(list);
  }

  /**
   * The id that each container will run with: its own, else the pod's, else 0. The plugin looks
   * beside the security contexts instead of into them and always answers 0.
   */
  public @Nullable ValueList effective(MatchContext ctx, int index, KaPath own, KaPath pod) {
    // All paths before the first look: a document may be indexed anew for one.
    pod.document(ctx);
    element.document(ctx);
    JsonDocument doc = own.document(ctx);
    IntArrayList nodes = ctx.nodes();
    if (!own.collect(doc, index, nodes)) {
      return index == KaPath.ALL ? null : fallback(ctx, doc, index, pod);
    }
    ByteSlice podValue = AuditText.of(ctx, doc, pod.find(doc));
    ValueList list = ctx.list();
    for (int i = 0; i < nodes.size(); i++) {
      ByteSlice value = AuditText.of(ctx, doc, nodes.getInt(i));
      list.add(value != null ? value : podValue != null ? podValue : ZERO);
    }
    return KaPath.orNull(list);
  }

  /** A container asked for by index has no id of its own: the pod's, if the container exists. */
  private @Nullable ValueList fallback(MatchContext ctx, JsonDocument doc, int index, KaPath pod) {
    if (!element.collect(doc, index, ctx.nodes())) {
      return null;
    }
    ByteSlice podValue = AuditText.of(ctx, doc, pod.find(doc));
    ValueList list = ctx.list();
    list.add(podValue != null ? podValue : ZERO);
    return list;
  }
}
