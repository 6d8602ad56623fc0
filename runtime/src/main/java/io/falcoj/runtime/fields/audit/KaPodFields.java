package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.json.JsonDocument;
import io.falcoj.runtime.json.JsonKind;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ValueList;
import org.agrona.collections.IntArrayList;
import org.jspecify.annotations.Nullable;

/** {@code ka.req.pod.*}: the pod that a request wants to make, apart from its containers. */
public final class KaPodFields {
  private static final KaPath HOST_IPC = KaPath.of("requestObject", "spec", "hostIPC");
  private static final KaPath HOST_NETWORK = KaPath.of("requestObject", "spec", "hostNetwork");
  private static final KaPath HOST_PID = KaPath.of("requestObject", "spec", "hostPID");
  private static final KaPath RUN_AS_USER =
      KaPath.of("requestObject", "spec", "securityContext", "runAsUser");
  private static final KaPath RUN_AS_GROUP =
      KaPath.of("requestObject", "spec", "securityContext", "runAsGroup");
  private static final KaPath FS_GROUP =
      KaPath.of("requestObject", "spec", "securityContext", "fsGroup");
  private static final KaPath SUPPLEMENTAL_GROUPS =
      KaPath.of("requestObject", "spec", "securityContext", "supplementalGroups");
  private static final KaPath VOLUME_HOST_PATHS =
      KaPath.of("requestObject", "spec", "volumes", "hostPath", "path");
  private static final KaPath VOLUME_FLEX_DRIVERS =
      KaPath.of("requestObject", "spec", "volumes", "flexVolume", "driver");
  private static final KaPath VOLUMES = KaPath.of("requestObject", "spec", "volumes", "");
  private static final ByteSlice NAME = ByteSlice.of("name");
  private static final ByteSlice TRUE = ByteSlice.of("true");
  private static final ByteSlice FALSE = ByteSlice.of("false");

  private KaPodFields() {}

  public static @Nullable ByteSlice hostIpc(MatchContext ctx) {
    return HOST_IPC.text(ctx);
  }

  public static @Nullable ByteSlice hostNetwork(MatchContext ctx) {
    return HOST_NETWORK.text(ctx);
  }

  public static @Nullable ByteSlice hostPid(MatchContext ctx) {
    return HOST_PID.text(ctx);
  }

  public static @Nullable ByteSlice runAsUser(MatchContext ctx) {
    return RUN_AS_USER.text(ctx);
  }

  public static @Nullable ByteSlice runAsGroup(MatchContext ctx) {
    return RUN_AS_GROUP.text(ctx);
  }

  public static @Nullable ByteSlice fsGroup(MatchContext ctx) {
    return FS_GROUP.text(ctx);
  }

  public static @Nullable ValueList supplementalGroups(MatchContext ctx) {
    return SUPPLEMENTAL_GROUPS.texts(ctx);
  }

  public static @Nullable ValueList volumeHostPaths(MatchContext ctx) {
    return VOLUME_HOST_PATHS.present(ctx, KaPath.ALL);
  }

  public static @Nullable ValueList volumeHostPaths(MatchContext ctx, int index) {
    return VOLUME_HOST_PATHS.present(ctx, index);
  }

  public static @Nullable ValueList volumeFlexDrivers(MatchContext ctx) {
    return VOLUME_FLEX_DRIVERS.present(ctx, KaPath.ALL);
  }

  public static @Nullable ValueList volumeFlexDrivers(MatchContext ctx, int index) {
    return VOLUME_FLEX_DRIVERS.present(ctx, index);
  }

  public static @Nullable ByteSlice containerHostNetwork(MatchContext ctx) {
    return hostNetwork(ctx);
  }

  public static @Nullable ValueList volumeTypes(MatchContext ctx) {
    return volumeTypes(ctx, KaPath.ALL);
  }

  /** Every key of a volume but its name is a type. */
  public static @Nullable ValueList volumeTypes(MatchContext ctx, int index) {
    JsonDocument doc = VOLUMES.document(ctx);
    IntArrayList volumes = ctx.nodes();
    if (!VOLUMES.collect(doc, index, volumes)) {
      return null;
    }
    ValueList list = ctx.list();
    for (int i = 0; i < volumes.size(); i++) {
      int volume = volumes.getInt(i);
      if (!doc.is(volume, JsonKind.OBJECT)) {
        continue;
      }
      for (int v = doc.firstChild(volume); v != JsonDocument.NONE; v = doc.nextChild(volume, v)) {
        ByteSlice key = AuditText.key(ctx, doc, v);
        if (!key.contentEquals(NAME)) {
          list.add(key);
        }
      }
    }
    return KaPath.orNull(list);
  }

  /** Absent for a request without volumes. */
  public static @Nullable ByteSlice volumeHasHostPath(MatchContext ctx, ByteSlice wanted) {
    JsonDocument doc = VOLUME_HOST_PATHS.document(ctx);
    IntArrayList nodes = ctx.nodes();
    if (!VOLUME_HOST_PATHS.collect(doc, KaPath.ALL, nodes)) {
      return null;
    }
    for (int i = 0; i < nodes.size(); i++) {
      ByteSlice path = AuditText.of(ctx, doc, nodes.getInt(i));
      if (path != null && (path.contentEquals(wanted) || startsAs(path, wanted))) {
        return TRUE;
      }
    }
    return FALSE;
  }

  private static boolean startsAs(ByteSlice path, ByteSlice pattern) {
    int length = pattern.length() - 1;
    if (length < 0 || pattern.at(length) != '*' || path.length() < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (path.at(i) != pattern.at(i)) {
        return false;
      }
    }
    return true;
  }
}
