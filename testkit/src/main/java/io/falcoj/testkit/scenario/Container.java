package io.falcoj.testkit.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Docker container.
 *
 * @param fullId 64 hexadecimal digits
 * @param repository image without its tag, e.g. {@code docker.io/library/nginx}
 * @param tag of the image
 * @param labels by name; those of Kubernetes pods are named {@code io.kubernetes.pod.…}
 */
public record Container(
    String fullId,
    String name,
    String repository,
    String tag,
    boolean privileged,
    Map<String, String> labels,
    List<Mount> mounts) {
  private static final int SHORT = 12;
  private static final List<String> SUBSYSTEMS =
      List.of("cpuset", "cpu", "cpuacct", "io", "memory");

  /**
   * A folder of the machine inside of a container.
   *
   * @param source on the machine
   * @param destination in the container
   */
  public record Mount(String source, String destination, boolean writable) {}

  public Container {
    if (!fullId.matches("[0-9a-f]{64}")) {
      throw new ScenarioException(
          "container " + name + ": an id has 12 to 64 hexadecimal digits, not '" + fullId + "'");
    }
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    mounts = List.copyOf(mounts);
  }

  /**
   * @param id beginning of the id, at least the 12 digits that alerts show; the rest is filled up
   * @param image with its tag, e.g. {@code docker.io/library/nginx:1.27}
   */
  public static Container of(String id, String name, String image) {
    int colon = image.lastIndexOf(':');
    boolean tagged = colon > image.lastIndexOf('/');
    return new Container(
        id.length() < SHORT ? id : (id + "0".repeat(64)).substring(0, Math.max(64, id.length())),
        name,
        tagged ? image.substring(0, colon) : image,
        tagged ? image.substring(colon + 1) : "latest",
        false,
        Map.of(),
        List.of());
  }

  /** The same, with every right on the machine. */
  public Container withPrivileges() {
    return new Container(fullId, name, repository, tag, true, labels, mounts);
  }

  /** The same with these labels. */
  public Container withLabels(Map<String, String> newLabels) {
    return new Container(fullId, name, repository, tag, privileged, newLabels, mounts);
  }

  /** The same with these folders of the machine. */
  public Container withMounts(List<Mount> newMounts) {
    return new Container(fullId, name, repository, tag, privileged, labels, newMounts);
  }

  /** What {@code container.id} shows. */
  public String id() {
    return fullId.substring(0, SHORT);
  }

  /** Control groups of its processes, {@code subsystem=path} each. */
  public List<String> cgroups() {
    return SUBSYSTEMS.stream()
        .map(subsystem -> subsystem + "=/system.slice/docker-" + fullId + ".scope")
        .toList();
  }
}
