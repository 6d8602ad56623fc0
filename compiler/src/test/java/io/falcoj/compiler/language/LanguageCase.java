package io.falcoj.compiler.language;

import static io.falcoj.compiler.language.CaseFiles.list;
import static io.falcoj.compiler.language.CaseFiles.map;
import static io.falcoj.compiler.language.CaseFiles.texts;

import io.falcoj.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One case: rules, an event, and what comes of them.
 *
 * <ul>
 *   <li>{@code lists}, {@code macros}, {@code condition}, {@code exceptions}, {@code source}: the
 *       parts of a rule file with one rule named {@code test}; or {@code files}: whole files in
 *       load order
 *   <li>{@code event}: an event of {@code events.yaml} or one written here; see {@link CaseEvents}
 *   <li>{@code expect}: {@code true} or {@code false}, or the names of the rules that match
 *   <li>{@code error}: label of the error in place of {@code expect}; {@code at}: text at its place
 *   <li>{@code warns}: labels of all warnings that Falco has, or that say how we differ from it
 *   <li>{@code types}: event types for which the rule can match
 *   <li>{@code rule}: what rule {@code test} has in the end; {@code order}: all rules in order
 * </ul>
 */
record LanguageCase(String feature, Map<String, Object> row, Map<String, Object> events) {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "lists",
          "macros",
          "condition",
          "exceptions",
          "source",
          "files",
          "event",
          "expect",
          "error",
          "at",
          "warns",
          "types",
          "rule",
          "order");

  LanguageCase {
    if (!KEYS.containsAll(row.keySet())) {
      throw new IllegalArgumentException(row.get("name") + ": unknown key in " + row.keySet());
    }
  }

  String name() {
    return text("name");
  }

  private String text(String key) {
    Object value = row.get(key);
    if (value == null) {
      throw new IllegalArgumentException(row.get("name") + " lacks " + key);
    }
    return String.valueOf(value);
  }

  boolean has(String key) {
    return row.containsKey(key);
  }

  /**
   * The condition; {@code {before, begin, times, around, end, after}} repeats what begins and ends
   * it.
   */
  String condition() {
    if (row.get("condition") instanceof Map<?, ?> parts) {
      int times = Integer.parseInt(String.valueOf(parts.get("times")));
      return part(parts, "before")
          + part(parts, "begin").repeat(times)
          + part(parts, "around")
          + part(parts, "end").repeat(times)
          + part(parts, "after");
    }
    return has("condition") ? text("condition") : "";
  }

  private static String part(Map<?, ?> parts, String key) {
    return parts.containsKey(key) ? String.valueOf(parts.get(key)) : "";
  }

  String source() {
    return has("source") ? text("source") : "syscall";
  }

  @Nullable String error() {
    return has("error") ? text("error") : null;
  }

  @Nullable String at() {
    return has("at") ? text("at") : null;
  }

  List<String> warnings() {
    return texts(row.get("warns"));
  }

  List<String> types() {
    return texts(row.get("types"));
  }

  /** What the rule {@code test} has, by key. */
  Map<String, Object> rule() {
    return map(row.get("rule"));
  }

  List<String> order() {
    return texts(row.get("order"));
  }

  /** Rules that match. */
  List<String> expected() {
    if (row.get("expect") instanceof List<?>) {
      return texts(row.get("expect"));
    }
    return switch (text("expect")) {
      case "true" -> List.of("test");
      case "false" -> List.of();
      default -> throw new IllegalArgumentException(name() + ": expect is true, false or a list");
    };
  }

  /** The event, its named part put in. */
  Map<String, Object> event() {
    Object event = row.get("event");
    if (event instanceof String name) {
      return named(name);
    }
    Map<String, Object> own = map(event);
    Map<String, Object> whole = named(String.valueOf(own.getOrDefault("like", "open")));
    own.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> && whole.get(key) instanceof Map<?, ?> base) {
            Map<String, Object> merged = map(base);
            merged.putAll(map(value));
            whole.put(key, merged);
          } else {
            whole.put(key, value);
          }
        });
    return whole;
  }

  private Map<String, Object> named(String name) {
    if (!events.containsKey(name)) {
      throw new IllegalArgumentException(name() + ": no event " + name);
    }
    Map<String, Object> event = map(events.get(name));
    Map<String, Object> whole =
        event.containsKey("like")
            ? named(String.valueOf(event.get("like")))
            : new LinkedHashMap<>();
    whole.putAll(event);
    return whole;
  }

  List<SourceFile> sources() {
    List<SourceFile> sources = new ArrayList<>();
    if (!has("files")) {
      return List.of(new SourceFile("test.yaml", rules()));
    }
    for (Object file : list(row.get("files"))) {
      sources.add(new SourceFile("file" + (sources.size() + 1) + ".yaml", String.valueOf(file)));
    }
    return sources;
  }

  private String rules() {
    StringBuilder yaml = new StringBuilder("- required_engine_version: 0.50.0\n");
    map(row.get("lists"))
        .forEach(
            (name, items) -> {
              yaml.append("- list: ").append(quoted(name)).append("\n  items: ");
              value(items instanceof List<?> ? items : List.of(), yaml);
            });
    map(row.get("macros"))
        .forEach(
            (name, condition) -> {
              yaml.append("- macro: ").append(quoted(name)).append("\n  condition: ");
              value(condition, yaml);
            });
    yaml.append("- rule: test\n  desc: d\n  output: o\n  priority: NOTICE\n  condition: ");
    value(condition(), yaml);
    yaml.append("  source: ").append(source()).append('\n');
    if (has("exceptions")) {
      yaml.append("  exceptions: ");
      value(row.get("exceptions"), yaml);
    }
    return yaml.toString();
  }

  private static void value(@Nullable Object value, StringBuilder yaml) {
    flow(value, yaml);
    yaml.append('\n');
  }

  private static void flow(@Nullable Object value, StringBuilder yaml) {
    if (value instanceof List<?> items) {
      yaml.append('[');
      String separator = "";
      for (Object item : items) {
        yaml.append(separator);
        flow(item, yaml);
        separator = ", ";
      }
      yaml.append(']');
    } else if (value instanceof Map<?, ?> entries) {
      yaml.append('{');
      String separator = "";
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        yaml.append(separator).append(entry.getKey()).append(": ");
        flow(entry.getValue(), yaml);
        separator = ", ";
      }
      yaml.append('}');
    } else {
      yaml.append(quoted(String.valueOf(value)));
    }
  }

  /** In single quotes, so that the places of characters are easy to see; if that can be. */
  private static String quoted(String text) {
    if (text.chars().allMatch(c -> c >= ' ')) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\x%02x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return feature + "/" + row.get("name");
  }
}
