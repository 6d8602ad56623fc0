package io.falcoj.agent.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets one value of a tree by the path that {@code -o} takes: names with dots between them, {@code
 * [N]} for an item, {@code []} to append one, a backslash before a dot, bracket or backslash that
 * belongs to a name. Upstream: {@code get_node} in {@code userspace/engine/yaml_helper.h}.
 */
final class KeyPath {
  private static final int APPEND = -1;

  private KeyPath() {}

  static void set(Map<String, Object> root, String path, Object value) throws ConfigException {
    List<Object> steps = steps(path);
    Object at = root;
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      Object next = last ? value : steps.get(i + 1) instanceof Integer ? List.of() : Map.of();
      at = step(at, steps.get(i), next, last, path);
    }
  }

  /** Goes one step down, creating what is missing; the last step puts {@code next} there. */
  @SuppressWarnings("unchecked")
  private static Object step(Object at, Object step, Object next, boolean last, String path)
      throws ConfigException {
    Object found = null;
    if (step instanceof String name && at instanceof Map) {
      Map<String, Object> map = (Map<String, Object>) at;
      found = last ? null : map.get(name);
      if (!sameKind(found, next)) {
        found = last ? next : fresh(next);
        map.put(name, found);
      }
    } else if (step instanceof Integer index && at instanceof List) {
      List<Object> list = (List<Object>) at;
      if (index > list.size()) {
        throw new ConfigException(
            "-o " + path + ": there are only " + list.size() + " items before [" + index + "]");
      }
      boolean append = index == APPEND || index == list.size();
      found = append || last ? null : list.get(index);
      if (!sameKind(found, next)) {
        found = last ? next : fresh(next);
        if (append) {
          list.add(found);
        } else {
          list.set(index, found);
        }
      }
    }
    if (found == null) {
      throw new ConfigException("-o " + path + ": no such place in the configuration");
    }
    return found;
  }

  private static boolean sameKind(@org.jspecify.annotations.Nullable Object found, Object next) {
    return (found instanceof Map && next instanceof Map)
        || (found instanceof List && next instanceof List);
  }

  private static Object fresh(Object like) {
    return like instanceof List ? new ArrayList<>() : new LinkedHashMap<String, Object>();
  }

  /** Names as String, item numbers as Integer. */
  private static List<Object> steps(String path) throws ConfigException {
    List<Object> steps = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\' && i + 1 < path.length() && ".[]\\".indexOf(path.charAt(i + 1)) >= 0) {
        name.append(path.charAt(++i));
      } else if (c == '.' || c == '[') {
        if (!name.isEmpty()) {
          steps.add(name.toString());
          name.setLength(0);
        } else if (i == 0 || path.charAt(i - 1) != ']') {
          throw new ConfigException("-o " + path + ": a name is missing at position " + i);
        }
        if (c == '[') {
          int close = path.indexOf(']', i);
          steps.add(index(path, i, close));
          i = close;
        }
      } else {
        name.append(c);
      }
    }
    if (!name.isEmpty()) {
      steps.add(name.toString());
    }
    if (steps.isEmpty() || path.endsWith(".")) {
      throw new ConfigException("-o " + path + ": the key is incomplete");
    }
    return steps;
  }

  private static Integer index(String path, int open, int close) throws ConfigException {
    String digits = close < 0 ? "?" : path.substring(open + 1, close);
    if (digits.isEmpty()) {
      return APPEND;
    }
    if (!digits.matches("[0-9]{1,6}")) {
      throw new ConfigException("-o " + path + ": expected a number in the brackets");
    }
    return Integer.valueOf(digits);
  }
}
