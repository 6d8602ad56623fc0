package io.falcoj.agent.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a configuration with the table of known keys: an unknown key is an error, a key without
 * effect here and a value of the wrong kind are warnings.
 */
final class ConfigKeys {
  private record Row(String kind, String effect) {}

  private static final Map<String, Row> TABLE = readTable();

  private final Set<String> warnings = new LinkedHashSet<>();
  private final String name;

  private ConfigKeys(String name) {
    this.name = name;
  }

  /**
   * Checks a tree.
   *
   * @param name file that the tree is of, for messages
   * @return warnings
   * @throws ConfigException for an unknown key
   */
  static List<String> check(String name, Map<String, Object> root) throws ConfigException {
    ConfigKeys keys = new ConfigKeys(name);
    keys.checkMap("", root);
    return new ArrayList<>(keys.warnings);
  }

  private void check(String path, Object value) throws ConfigException {
    Row row = TABLE.get(path);
    if (row == null) {
      row = TABLE.get(path.substring(0, path.lastIndexOf('.') + 1) + "*");
    }
    if (row == null) {
      String similar = similar(path);
      throw new ConfigException(
          "%s: unknown key `%s`%s"
              .formatted(name, path, similar == null ? "" : "; did you mean `" + similar + "`?"));
    }
    if (!row.effect.equals("yes")) {
      boolean gone = row.effect.equals("gone");
      String why = gone ? "is no key of Falco any more" : "is not supported yet";
      warnings.add("%s: `%s` %s and has no effect".formatted(name, path, why));
      return;
    }
    if (!fits(row.kind, value)) {
      warnings.add("%s: `%s` should be a %s; its default is used".formatted(name, path, row.kind));
      return;
    }
    if (row.kind.equals("free")) {
      return;
    }
    if (value instanceof Map<?, ?> map) {
      checkMap(path + ".", map);
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        check(path + "[]", item);
      }
    }
  }

  private void checkMap(String prefix, Map<?, ?> map) throws ConfigException {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      check(prefix + entry.getKey(), entry.getValue());
    }
  }

  private static boolean fits(String kind, Object value) {
    return switch (kind) {
      case "boolean" -> value instanceof String text && Values.truth(text) != null;
      case "number" -> value instanceof String text && text.matches("[+-]?[0-9.]+");
      case "text" -> value instanceof String;
      // One text stands for a list of one, a text that is YAML for what it says.
      case "list" -> value instanceof List || value instanceof String;
      case "map" -> value instanceof Map;
      default -> true;
    };
  }

  private static @Nullable String similar(String path) {
    for (String known : TABLE.keySet()) {
      if (distance(known, path) <= 2) {
        return known;
      }
    }
    return null;
  }

  /** Edits between two texts; rows of the usual table. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  private static Map<String, Row> readTable() {
    Map<String, Row> table = new HashMap<>();
    try (InputStream in = ConfigKeys.class.getResourceAsStream("config-keys.tsv")) {
      if (in == null) {
        throw new IllegalStateException("table config-keys.tsv is missing from the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          String[] row = line.split("\t", -1);
          table.put(row[0], new Row(row[1], row[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("table config-keys.tsv", e);
    }
    return table;
  }
}
