package io.falcoj.runtime.fields.container;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.text.Labels;
import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.value.ByteSlice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code k8s.*} of a syscall event's container, from labels that the kubelet gives it and from its
 * pod's sandbox container.
 */
public final class K8sFields {
  private static final int SHORT_ID = 12;
  private static final ByteSlice POD_NAME = ByteSlice.of("io.kubernetes.pod.name");
  private static final ByteSlice POD_NAMESPACE = ByteSlice.of("io.kubernetes.pod.namespace");
  private static final ByteSlice POD_UID = ByteSlice.of("io.kubernetes.pod.uid");

  private K8sFields() {}

  public static @Nullable ByteSlice podName(MatchContext ctx) {
    return ContainerFields.label(ctx, POD_NAME);
  }

  public static @Nullable ByteSlice nsName(MatchContext ctx) {
    return ContainerFields.label(ctx, POD_NAMESPACE);
  }

  public static @Nullable ByteSlice podId(MatchContext ctx) {
    return podUid(ctx);
  }

  public static @Nullable ByteSlice podUid(MatchContext ctx) {
    return ContainerFields.label(ctx, POD_UID);
  }

  public static @Nullable ByteSlice podSandboxId(MatchContext ctx) {
    ContainerInfo container = ContainerFields.container(ctx);
    return container == null ? null : shortId(ctx, container);
  }

  public static @Nullable ByteSlice podFullSandboxId(MatchContext ctx) {
    ContainerInfo container = ContainerFields.container(ctx);
    return container == null ? null : container.podSandboxId();
  }

  /** From the sandbox container where that is known, else from the container itself. */
  public static @Nullable ByteSlice podLabel(MatchContext ctx, ByteSlice name) {
    ContainerInfo container = ContainerFields.container(ctx);
    if (container == null) {
      return null;
    }
    ContainerInfo sandbox = sandbox(ctx, container);
    ByteSlice value = sandbox == null ? null : sandbox.podSandboxLabels().get(name);
    return value != null ? value : container.podSandboxLabels().get(name);
  }

  public static @Nullable ByteSlice podLabels(MatchContext ctx) {
    ContainerInfo container = ContainerFields.container(ctx);
    if (container == null) {
      return null;
    }
    ContainerInfo sandbox = sandbox(ctx, container);
    Map<ByteSlice, ByteSlice> labels = (sandbox == null ? container : sandbox).podSandboxLabels();
    return Labels.joined(ctx, labels);
  }

  public static @Nullable ByteSlice podIp(MatchContext ctx) {
    ContainerInfo attached = attached(ctx);
    return attached == null ? null : attached.ip();
  }

  public static @Nullable ByteSlice podCniJson(MatchContext ctx) {
    ContainerInfo attached = attached(ctx);
    return attached == null ? null : attached.cniJson();
  }

  /** The container that knows the pod's network: itself, or the sandbox container; or null. */
  private static @Nullable ContainerInfo attached(MatchContext ctx) {
    ContainerInfo container = ContainerFields.container(ctx);
    if (container == null || !container.cniJson().isEmpty()) {
      return container;
    }
    return sandbox(ctx, container);
  }

  /**
   * The pod's sandbox container, asked only where the container does not know its network. Without
   * a sandbox it is the host, whose key in the plugin's table is the empty text.
   */
  private static @Nullable ContainerInfo sandbox(MatchContext ctx, ContainerInfo container) {
    if (!container.cniJson().isEmpty()) {
      return null;
    }
    return container.podSandboxId().isEmpty()
        ? ContainerInfo.HOST
        : ctx.tables().containers().find(shortId(ctx, container));
  }

  private static ByteSlice shortId(MatchContext ctx, ContainerInfo container) {
    ByteSlice id = container.podSandboxId();
    return id.length() <= SHORT_ID ? id : ctx.slice().wrap(id.array(), id.offset(), SHORT_ID);
  }
}
