package io.falcoj.agent.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Typed looks into a tree; a value of the wrong kind counts as absent. */
final class Values {
  private final Map<?, ?> root;
  private final Environment environment;

  Values(Map<?, ?> root, Environment environment) {
    this.root = root;
    this.environment = environment;
  }

  boolean has(String key) {
    return find(key) != null;
  }

  boolean bool(String key, boolean fallback) {
    Boolean truth = find(key) instanceof String text ? truth(text) : null;
    return truth == null ? fallback : truth;
  }

  String text(String key, String fallback) {
    return find(key) instanceof String text ? text : fallback;
  }

  /**
   * A whole number.
   *
   * @param where begins the message when it is none, or out of range
   */
  long number(String key, String where, long fallback, long least, long most)
      throws ConfigException {
    if (!(find(key) instanceof String text) || text.isEmpty()) {
      return fallback;
    }
    if (text.matches("[0-9]{1,18}")) {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw new ConfigException(
        "%s: `%s` cannot be `%s`; it is a number from %d to %d"
            .formatted(where, key, text, least, most));
  }

  /** The entries of a map; none when it is no map. */
  Map<?, ?> map(String key) {
    return find(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The items of a list; of one text, that text, or what it says when it is a YAML list. */
  List<Object> list(String key) throws ConfigException {
    Object value = find(key);
    if (value instanceof String text && text.startsWith("[")) {
      value = YamlTree.read(key, text, environment);
    }
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    return value instanceof String text && !text.isEmpty() ? List.of(text) : List.of();
  }

  List<String> texts(String key) throws ConfigException {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      if (item instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Looks into an item of a list; an item that is no map has no values. */
  Values of(Object item) {
    return new Values(item instanceof Map<?, ?> map ? map : Map.of(), environment);
  }

  private @Nullable Object find(String key) {
    Object at = root;
    for (String name : key.split("\\.")) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
      if (at == null) {
        return null;
      }
    }
    return at;
  }

  /** What YAML 1.1 reads as true or false, or null. */
  static @Nullable Boolean truth(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean oneCase =
        text.equals(lower)
            || text.equals(text.toUpperCase(Locale.ROOT))
            || text.substring(1).equals(lower.substring(1));
    if (!oneCase) {
      return null;
    }
    return switch (lower) {
      case "y", "yes", "true", "on" -> true;
      case "n", "no", "false", "off" -> false;
      default -> null;
    };
  }

  /** A map in the order of its keys in the file. */
  static Map<String, Object> map(Object value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> copy.put(String.valueOf(key), item));
    }
    return copy;
  }
}
