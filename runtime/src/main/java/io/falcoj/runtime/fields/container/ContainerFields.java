package io.falcoj.runtime.fields.container;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.text.Labels;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * {@code container.*}, as {@code plugins/container/src/caps/extract/extract.cpp} answers: the host
 * is a container with empty texts, and of a container whose description has not come only id and
 * start are known.
 */
public final class ContainerFields {
  private ContainerFields() {}

  public static @Nullable ByteSlice id(MatchContext ctx) {
    ContainerInfo told = ctx.state().container;
    if (told != null) {
      return told.id();
    }
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : thread.containerId;
  }

  public static @Nullable ByteSlice fullId(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.fullId();
  }

  public static @Nullable ByteSlice name(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.name();
  }

  public static @Nullable ByteSlice image(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.image();
  }

  public static @Nullable ByteSlice imageId(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.imageId();
  }

  public static @Nullable ByteSlice imageRepository(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.imageRepository();
  }

  public static @Nullable ByteSlice imageTag(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.imageTag();
  }

  public static @Nullable ByteSlice imageDigest(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.imageDigest();
  }

  public static @Nullable ByteSlice type(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.typeName();
  }

  public static long privileged(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? ctx.absent() : container.privileged() ? 1 : 0;
  }

  public static long hostPid(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? ctx.absent() : container.hostPid() ? 1 : 0;
  }

  public static long hostNetwork(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? ctx.absent() : container.hostNetwork() ? 1 : 0;
  }

  public static long hostIpc(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? ctx.absent() : container.hostIpc() ? 1 : 0;
  }

  public static @Nullable ByteSlice ip(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.ip();
  }

  public static @Nullable ByteSlice cniJson(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.cniJson();
  }

  public static @Nullable ByteSlice label(MatchContext ctx, ByteSlice name) {
    ContainerInfo container = container(ctx);
    return container == null ? null : container.label(name);
  }

  public static @Nullable ByteSlice labels(MatchContext ctx) {
    ContainerInfo container = container(ctx);
    return container == null ? null : Labels.joined(ctx, container.labels());
  }

  /** When the thread's pid namespace began; never told by the event about a container itself. */
  public static long startTs(MatchContext ctx) {
    long start = start(ctx);
    return start == 0 ? ctx.absent() : start;
  }

  public static long duration(MatchContext ctx) {
    long start = start(ctx);
    return start == 0 ? ctx.absent() : ctx.event().timestamp() - start;
  }

  private static long start(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null || ctx.state().container != null ? 0 : thread.pidNamespaceStart;
  }

  /** Never known since the plugin keeps no health checks. */
  public static @Nullable ByteSlice healthcheck(MatchContext ctx) {
    return null;
  }

  /** As {@link #healthcheck}. */
  public static @Nullable ByteSlice livenessProbe(MatchContext ctx) {
    return null;
  }

  /** As {@link #healthcheck}. */
  public static @Nullable ByteSlice readinessProbe(MatchContext ctx) {
    return null;
  }

  /** As {@link #healthcheck}. */
  public static long isContainerHealthcheck(MatchContext ctx) {
    return ctx.absent();
  }

  /** As {@link #healthcheck}. */
  public static long isContainerLivenessProbe(MatchContext ctx) {
    return ctx.absent();
  }

  /** As {@link #healthcheck}. */
  public static long isContainerReadinessProbe(MatchContext ctx) {
    return ctx.absent();
  }

  /** What is known of the event's container, or null. */
  static @Nullable ContainerInfo container(MatchContext ctx) {
    ContainerInfo container = ctx.tables().container(ctx.state());
    if (container == null && ctx.state().thread != null) {
      ctx.tables().counters().unknownContainers++;
    }
    return container;
  }
}
