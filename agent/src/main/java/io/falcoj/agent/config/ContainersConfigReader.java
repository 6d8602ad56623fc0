package io.falcoj.agent.config;

import io.falcoj.agent.config.ContainersConfig.Engine;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the plugin {@code container}, else the key {@code container_engines} of older versions;
 * without either all runtimes are asked at their usual sockets. Upstream: {@code
 * plugins/container/src/plugin_config.cpp} of falcosecurity/plugins.
 */
final class ContainersConfigReader {
  private static final String PLUGIN = "container";
  private static final String OLD = "container_engines";
  private static final int LABEL_LENGTH = 100;

  /** Containers are asked about when they are first seen, whatever hooks there are. */
  private static final Set<String> INIT_KEYS =
      Set.of("label_max_len", "with_size", "engines", "hooks", "log_level");

  private static final Set<String> ENGINES = Set.of("docker", "podman", "cri");
  private static final Set<String> OTHER_ENGINES =
      Set.of("containerd", "lxc", "libvirt_lxc", "bpm", "static");

  private final String name;
  private final List<String> warnings;

  private ContainersConfigReader(String name, List<String> warnings) {
    this.name = name;
    this.warnings = warnings;
  }

  static ContainersConfig read(
      Values values, String name, PluginEntries plugins, List<String> warnings)
      throws ConfigException {
    Values entry = plugins.chosen().get(PLUGIN);
    if (entry != null) {
      Values init = values.of(plugins.init(PLUGIN, entry, INIT_KEYS));
      return new ContainersConfigReader(name, warnings).plugin(init);
    }
    if (plugins.leavesOut(PLUGIN)) {
      return ContainersConfig.none(LABEL_LENGTH);
    }
    return new ContainersConfig(
        engine(values, OLD + ".docker"),
        engine(values, OLD + ".podman"),
        engine(values, OLD + ".cri"),
        LABEL_LENGTH,
        false);
  }

  private ContainersConfig plugin(Values init) throws ConfigException {
    for (Map.Entry<?, ?> engine : init.map("engines").entrySet()) {
      String kind = String.valueOf(engine.getKey());
      if (OTHER_ENGINES.contains(kind)) {
        other(kind, init);
      } else if (!ENGINES.contains(kind)) {
        throw new ConfigException(
            "%s: plugin `container`: there is no engine `%s`".formatted(name, kind));
      }
    }
    return new ContainersConfig(
        engine(init, "engines.docker"),
        engine(init, "engines.podman"),
        engine(init, "engines.cri"),
        (int) init.number("label_max_len", name + ": plugin `container`", LABEL_LENGTH, 0, 1 << 20),
        init.bool("with_size", false));
  }

  /** What only control groups tell is always told; who is not asked cannot be asked. */
  private void other(String kind, Values init) {
    boolean enabled = init.bool("engines." + kind + ".enabled", !kind.equals("static"));
    boolean asked = kind.equals("containerd") || kind.equals("static");
    if (enabled == asked) {
      warnings.add(
          "%s: plugin `container`: `engines.%s.enabled: %s` is not supported yet and has no effect"
              .formatted(name, kind, enabled));
    }
  }

  private static Engine engine(Values values, String key) throws ConfigException {
    return new Engine(values.bool(key + ".enabled", true), values.texts(key + ".sockets"));
  }
}
