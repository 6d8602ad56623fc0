package io.falcoj.runtime.state.container;

import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a container event said about a container. Texts that it left out are empty, never null.
 *
 * @param id short id, 12 digits; {@code host} for the host
 * @param type number of {@code container_type}, see {@link #typeName}
 * @param labels in the order of their names, as upstream prints them
 * @param podSandboxLabels likewise
 * @param createdTime seconds since the epoch, 0 unknown
 */
public record ContainerInfo(
    ByteSlice id,
    ByteSlice fullId,
    int type,
    ByteSlice name,
    ByteSlice image,
    ByteSlice imageId,
    ByteSlice imageRepository,
    ByteSlice imageTag,
    ByteSlice imageDigest,
    ByteSlice user,
    boolean privileged,
    boolean hostPid,
    boolean hostNetwork,
    boolean hostIpc,
    boolean podSandbox,
    ByteSlice ip,
    ByteSlice podSandboxId,
    ByteSlice cniJson,
    Map<ByteSlice, ByteSlice> labels,
    Map<ByteSlice, ByteSlice> podSandboxLabels,
    List<Mount> mounts,
    List<ByteSlice> env,
    long createdTime) {

  /** One mount of a container. */
  public record Mount(
      ByteSlice source, ByteSlice destination, ByteSlice mode, boolean rw, ByteSlice propagation) {
    private long bytes() {
      long texts = source.length() + destination.length() + mode.length() + propagation.length();
      return 5 * TEXT + texts;
    }
  }

  /** A description without its texts, and one of its texts without its bytes. */
  private static final long ALONE = 1024;

  private static final long TEXT = 48;

  /** Id of the host. */
  public static final ByteSlice HOST_ID = ByteSlice.of("host");

  static final int TYPE_HOST = 0xfffe;
  static final int TYPE_UNKNOWN = 0xffff;

  /** Not among upstream's, which has no such containers. */
  static final int TYPE_NSPAWN = 0x1_0000;

  private static final ByteSlice NSPAWN = ByteSlice.of("systemd-nspawn");

  private static final List<ByteSlice> TYPE_NAMES =
      List.of(
          ByteSlice.of("docker"),
          ByteSlice.of("lxc"),
          ByteSlice.of("libvirt-lxc"),
          ByteSlice.of("mesos"),
          ByteSlice.of("rkt"),
          ByteSlice.EMPTY,
          ByteSlice.of("cri"),
          ByteSlice.of("containerd"),
          ByteSlice.of("cri-o"),
          ByteSlice.of("bpm"),
          ByteSlice.EMPTY,
          ByteSlice.of("podman"));

  /** The host: every text empty but id and name. */
  public static final ContainerInfo HOST =
      bare(HOST_ID, HOST_ID, TYPE_HOST, HOST_ID, ByteSlice.EMPTY);

  /** A description that knows no more than this. */
  static ContainerInfo bare(
      ByteSlice id, ByteSlice fullId, int type, ByteSlice name, ByteSlice image) {
    ByteSlice none = ByteSlice.EMPTY;
    return new ContainerInfo(
        id, fullId, type, name, image, none, none, none, none, none, false, false, false, false,
        false, none, none, none, Map.of(), Map.of(), List.of(), List.of(), 0);
  }

  /** Bytes that the description takes, estimated from above. */
  long bytes() {
    long texts = 0;
    for (ByteSlice text :
        List.of(
            id,
            fullId,
            name,
            image,
            imageId,
            imageRepository,
            imageTag,
            imageDigest,
            user,
            ip,
            podSandboxId,
            cniJson)) {
      texts += text.length();
    }
    texts += bytes(labels) + bytes(podSandboxLabels);
    for (Mount mount : mounts) {
      texts += mount.bytes();
    }
    for (ByteSlice variable : env) {
      texts += TEXT + variable.length();
    }
    return ALONE + texts;
  }

  private static long bytes(Map<ByteSlice, ByteSlice> pairs) {
    long sum = 0;
    for (Map.Entry<ByteSlice, ByteSlice> pair : pairs.entrySet()) {
      sum += 3 * TEXT + pair.getKey().length() + pair.getValue().length();
    }
    return sum;
  }

  /** {@code container.type}; empty for an unknown type. */
  public ByteSlice typeName() {
    if (type == TYPE_HOST) {
      return HOST_ID;
    }
    if (type == TYPE_NSPAWN) {
      return NSPAWN;
    }
    return type >= 0 && type < TYPE_NAMES.size() ? TYPE_NAMES.get(type) : ByteSlice.EMPTY;
  }

  /** The label's value, or null. */
  public @Nullable ByteSlice label(ByteSlice key) {
    return labels.get(key);
  }
}
