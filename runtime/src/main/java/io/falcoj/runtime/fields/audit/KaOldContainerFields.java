package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import org.agrona.collections.IntArrayList;
import org.jspecify.annotations.Nullable;

/**
 * {@code ka.req.container.*}: one container for a whole pod, as rule files before {@code
 * ka.req.pod.containers.*} asked. The forms with an index are those of Falco 0.13 to 0.17.
 */
public final class KaOldContainerFields {
  private static final KaContainers LIST = new KaContainers("containers");
  private static final KaPath PRIVILEGED = LIST.inContext("privileged");
  private static final ByteSlice TRUE = ByteSlice.of("true");
  private static final ByteSlice FALSE = ByteSlice.of("false");

  private KaOldContainerFields() {}

  public static @Nullable ByteSlice image(MatchContext ctx) {
    return image(ctx, 0);
  }

  public static @Nullable ByteSlice image(MatchContext ctx, int index) {
    return first(LIST.images(ctx, index));
  }

  public static @Nullable ByteSlice imageRepository(MatchContext ctx) {
    return imageRepository(ctx, 0);
  }

  public static @Nullable ByteSlice imageRepository(MatchContext ctx, int index) {
    return first(LIST.repositories(ctx, index));
  }

  /** True when any container is privileged; absent for a request without containers. */
  public static @Nullable ByteSlice privileged(MatchContext ctx) {
    return privileged(ctx, KaPath.ALL);
  }

  public static @Nullable ByteSlice privileged(MatchContext ctx, int index) {
    JsonDocument doc = PRIVILEGED.document(ctx);
    IntArrayList nodes = ctx.nodes();
    if (!PRIVILEGED.collect(doc, index, nodes)) {
      return null;
    }
    for (int i = 0; i < nodes.size(); i++) {
      if (doc.is(nodes.getInt(i), JsonKind.TRUE)) {
        return TRUE;
      }
    }
    return FALSE;
  }

  private static @Nullable ByteSlice first(@Nullable ValueList list) {
    return list == null ? null : list.slice(0);
  }
}
