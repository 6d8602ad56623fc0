package io.falcoj.runtime.fields.audit;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/**
 * {@code ka.req.pod.initContainers.*}: the init containers of a pod in a request, all or by index.
 */
public final class KaInitContainerFields {
  private static final int ALL = KaPath.ALL;
  private static final KaContainers LIST = new KaContainers("initContainers");
  private static final KaPath PRIVILEGED = LIST.inContext("privileged");
  private static final KaPath ESCALATION = LIST.inContext("allowPrivilegeEscalation");
  private static final KaPath READ_ONLY = LIST.inContext("readOnlyRootFilesystem");
  private static final KaPath USER = LIST.inContext("runAsUser");
  private static final KaPath GROUP = LIST.inContext("runAsGroup");
  private static final KaPath PROC_MOUNT = LIST.inContext("procMount");
  private static final KaPath CAPABILITIES = LIST.inContext("capabilities", "add");
  private static final KaPath POD_USER = KaContainers.inPodContext("runAsUser");
  private static final KaPath POD_GROUP = KaContainers.inPodContext("runAsGroup");

  private KaInitContainerFields() {}

  public static @Nullable ValueList name(MatchContext ctx) {
    return LIST.names(ctx, ALL);
  }

  public static @Nullable ValueList name(MatchContext ctx, int index) {
    return LIST.names(ctx, index);
  }

  public static @Nullable ValueList image(MatchContext ctx) {
    return LIST.images(ctx, ALL);
  }

  public static @Nullable ValueList image(MatchContext ctx, int index) {
    return LIST.images(ctx, index);
  }

  public static @Nullable ValueList imageRepository(MatchContext ctx) {
    return LIST.repositories(ctx, ALL);
  }

  public static @Nullable ValueList imageRepository(MatchContext ctx, int index) {
    return LIST.repositories(ctx, index);
  }

  public static @Nullable ValueList command(MatchContext ctx) {
    return LIST.commands(ctx, ALL);
  }

  public static @Nullable ValueList command(MatchContext ctx, int index) {
    return LIST.commands(ctx, index);
  }

  public static @Nullable ValueList args(MatchContext ctx) {
    return LIST.arguments(ctx, ALL);
  }

  public static @Nullable ValueList args(MatchContext ctx, int index) {
    return LIST.arguments(ctx, index);
  }

  public static @Nullable ValueList hostPort(MatchContext ctx) {
    return LIST.hostPorts(ctx, ALL);
  }

  public static @Nullable ValueList hostPort(MatchContext ctx, int index) {
    return LIST.hostPorts(ctx, index);
  }

  public static @Nullable ValueList privileged(MatchContext ctx) {
    return PRIVILEGED.present(ctx, ALL);
  }

  public static @Nullable ValueList privileged(MatchContext ctx, int index) {
    return PRIVILEGED.present(ctx, index);
  }

  public static @Nullable ValueList allowPrivilegeEscalation(MatchContext ctx) {
    return ESCALATION.present(ctx, ALL);
  }

  public static @Nullable ValueList allowPrivilegeEscalation(MatchContext ctx, int index) {
    return ESCALATION.present(ctx, index);
  }

  public static @Nullable ValueList readOnlyFs(MatchContext ctx) {
    return READ_ONLY.present(ctx, ALL);
  }

  public static @Nullable ValueList readOnlyFs(MatchContext ctx, int index) {
    return READ_ONLY.present(ctx, index);
  }

  public static @Nullable ValueList runAsUser(MatchContext ctx) {
    return USER.present(ctx, ALL);
  }

  public static @Nullable ValueList runAsUser(MatchContext ctx, int index) {
    return USER.present(ctx, index);
  }

  public static @Nullable ValueList runAsGroup(MatchContext ctx) {
    return GROUP.present(ctx, ALL);
  }

  public static @Nullable ValueList runAsGroup(MatchContext ctx, int index) {
    return GROUP.present(ctx, index);
  }

  public static @Nullable ValueList procMount(MatchContext ctx) {
    return PROC_MOUNT.present(ctx, ALL);
  }

  public static @Nullable ValueList procMount(MatchContext ctx, int index) {
    return PROC_MOUNT.present(ctx, index);
  }

  public static @Nullable ValueList addCapabilities(MatchContext ctx) {
    return CAPABILITIES.flattened(ctx, ALL);
  }

  public static @Nullable ValueList addCapabilities(MatchContext ctx, int index) {
    return CAPABILITIES.flattened(ctx, index);
  }

  public static @Nullable ValueList effRunAsUser(MatchContext ctx) {
    return LIST.effective(ctx, ALL, USER, POD_USER);
  }

  public static @Nullable ValueList effRunAsUser(MatchContext ctx, int index) {
    return LIST.effective(ctx, index, USER, POD_USER);
  }

  public static @Nullable ValueList effRunAsGroup(MatchContext ctx) {
    return LIST.effective(ctx, ALL, GROUP, POD_GROUP);
  }

  public static @Nullable ValueList effRunAsGroup(MatchContext ctx, int index) {
    return LIST.effective(ctx, index, GROUP, POD_GROUP);
  }
}
