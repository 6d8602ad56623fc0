package io.falcoj.agent.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The main configuration file and those that its {@code config_files} name, merged. */
final class ConfigFiles {
  private static final String INCLUDES = "config_files";

  private final Environment environment;
  private final List<String> warnings;

  ConfigFiles(Environment environment, List<String> warnings) {
    this.environment = environment;
    this.warnings = warnings;
  }

  Map<String, Object> read(Path file) throws ConfigException {
    Map<String, Object> root = load(file);
    Values values = new Values(root, environment);
    for (Object item : values.list(INCLUDES)) {
      Values entry = values.of(item);
      Path included = Path.of(item instanceof String text ? text : entry.text("path", ""));
      if (included.equals(file)) {
        throw new ConfigException(file + ": `config_files` names the file itself");
      }
      for (Path part : files(included)) {
        include(root, part, entry.text("strategy", "append"));
      }
    }
    return root;
  }

  private void include(Map<String, Object> root, Path file, String strategy)
      throws ConfigException {
    for (Map.Entry<String, Object> entry : load(file).entrySet()) {
      String key = entry.getKey();
      if (key.equals(INCLUDES)) {
        throw new ConfigException(file + ": an included file cannot have `config_files`");
      }
      Object old = root.get(key);
      if (strategy.equals("add-only") && old != null) {
        continue;
      }
      if (strategy.equals("append")
          && old instanceof List<?> before
          && entry.getValue() instanceof List<?> more) {
        List<Object> joined = new ArrayList<>(before);
        joined.addAll(more);
        root.put(key, joined);
      } else {
        root.put(key, entry.getValue());
      }
    }
  }

  /** The file, or the YAML files of the directory by name; nothing when it does not exist. */
  private static List<Path> files(Path path) throws ConfigException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ConfigException(path + ": cannot read the directory");
    }
  }

  private Map<String, Object> load(Path file) throws ConfigException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": no such file");
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read as text: " + e.getMessage());
    }
    Object tree = YamlTree.read(file.toString(), text, environment);
    if (!(tree instanceof Map)) {
      throw new ConfigException(file + ": a configuration is a map of keys");
    }
    Map<String, Object> root = Values.map(tree);
    warnings.addAll(ConfigKeys.check(file.toString(), root));
    return root;
  }
}
