package io.falcoj.agent.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entries of {@code plugins}, and which of them {@code load_plugins} chooses. */
final class PluginEntries {
  private final String name;
  private final Environment environment;
  private final Map<String, Values> all = new LinkedHashMap<>();
  private final Map<String, Values> chosen;

  /**
   * Reads them.
   *
   * @param name file, for messages
   */
  PluginEntries(Values values, String name, Environment environment) throws ConfigException {
    this.name = name;
    this.environment = environment;
    for (Object item : values.list("plugins")) {
      Values entry = values.of(item);
      String plugin = entry.text("name", "");
      if (plugin.isEmpty()) {
        throw new ConfigException(name + ": an entry of `plugins` has no `name`");
      }
      all.putIfAbsent(plugin, entry);
    }
    chosen = new LinkedHashMap<>(all);
    if (values.has("load_plugins")) {
      List<String> wanted = values.texts("load_plugins");
      for (String plugin : wanted) {
        if (!all.containsKey(plugin)) {
          throw new ConfigException(
              "%s: `load_plugins` names `%s`, which is not in `plugins`".formatted(name, plugin));
        }
      }
      chosen.keySet().retainAll(wanted);
    }
  }

  Map<String, Values> chosen() {
    return chosen;
  }

  /** Whether there is an entry that is not chosen. */
  boolean leavesOut(String plugin) {
    return all.containsKey(plugin) && !chosen.containsKey(plugin);
  }

  /**
   * The keys of {@code init_config}: a map, or JSON in a text.
   *
   * @param known keys that there are
   */
  Map<String, Object> init(String plugin, Values entry, Set<String> known) throws ConfigException {
    Map<String, Object> map = Values.map(entry.map("init_config"));
    String text = entry.text("init_config", "");
    if (!text.isBlank()) {
      Object tree = YamlTree.read(name + ": `init_config`", text, environment);
      if (!(tree instanceof Map)) {
        throw new ConfigException(
            "%s: plugin `%s`: `init_config` is a map".formatted(name, plugin));
      }
      map = Values.map(tree);
    }
    for (String key : map.keySet()) {
      if (!known.contains(key)) {
        throw new ConfigException(
            "%s: plugin `%s`: unknown key `%s` in `init_config`; there are %s"
                .formatted(name, plugin, key, String.join(", ", known.stream().sorted().toList())));
      }
    }
    return map;
  }
}
