package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.Container.Mount;
import io.falcoj.testkit.scenario.ScenarioException;
import io.falcoj.testkit.yaml.FaultException;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code NAME: {id: 3ad7b26ded6d, image: "nginx:1.27"}}. */
final class ContainerReader {
  private static final List<String> KEYS =
      List.of("id", "image", "privileged", "labels", "mounts", "pod");
  private static final List<String> MOUNT_KEYS = List.of("source", "destination", "writable");
  private static final List<String> POD_KEYS = List.of("name", "namespace", "uid");

  private ContainerReader() {}

  static Container read(String name, Node node, Faults faults) {
    YamlMap map = new YamlMap(node, KEYS, faults);
    Container container = named(name, map);
    container = map.flag("privileged") ? container.withPrivileges() : container;
    Map<String, String> labels = new LinkedHashMap<>();
    Node pod = map.find("pod");
    if (pod != null) {
      YamlMap podMap = new YamlMap(pod, POD_KEYS, faults);
      POD_KEYS.stream()
          .filter(podMap::has)
          .forEach(key -> labels.put("io.kubernetes.pod." + key, podMap.text(key)));
    }
    map.entries("labels").forEach((key, value) -> labels.put(key, YamlValue.text(value)));
    List<Mount> mounts = map.list("mounts").stream().map(item -> mount(item, faults)).toList();
    return container.withLabels(labels).withMounts(mounts);
  }

  private static Container named(String name, YamlMap map) {
    try {
      return Container.of(map.text("id", idFrom(name)), name, map.text("image", name + ":latest"));
    } catch (ScenarioException e) {
      throw new FaultException(map.require("id"), String.valueOf(e.getMessage()));
    }
  }

  /** An id that is always the same for the same name. */
  private static String idFrom(String name) {
    try {
      byte[] name8 = name.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every platform has SHA-256", e);
    }
  }

  private static Mount mount(Node node, Faults faults) {
    YamlMap map = new YamlMap(node, MOUNT_KEYS, faults);
    return new Mount(map.text("source"), map.text("destination"), map.flag("writable"));
  }
}
