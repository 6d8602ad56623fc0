package io.falcoj.agent.config;

import io.falcoj.runtime.match.RuleSelection;
import io.falcoj.runtime.output.AppendOutput;
import io.falcoj.runtime.state.limits.StateLimits;
import io.falcoj.runtime.state.live.StaleThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration: the file, the files that it includes, then {@code -o} options. Upstream:
 * {@code userspace/falco/configuration.cpp}.
 */
public final class ConfigReader {
  private static final Set<String> PRIORITIES =
      Set.of(
          "emergency",
          "alert",
          "critical",
          "error",
          "warning",
          "notice",
          "informational",
          "info",
          "debug");
  private static final Set<String> ENGINES = Set.of("kmod", "modern_ebpf", "replay", "nodriver");

  private final List<String> warnings = new ArrayList<>();
  private final Environment environment;

  private ConfigReader(Environment environment) {
    this.environment = environment;
  }

  /**
   * Reads a configuration.
   *
   * @param file main file, or null for the one that comes with the distribution
   * @param options {@code KEY=VALUE} each
   * @param variables environment variables, null for one that is not set
   * @throws ConfigException for a file that cannot be read or used
   */
  public static FalcoConfig read(
      @Nullable Path file, List<String> options, Function<String, @Nullable String> variables)
      throws ConfigException {
    ConfigReader reader = new ConfigReader(new Environment(variables));
    Map<String, Object> root = shipped();
    if (file != null) {
      ConfigFiles files = new ConfigFiles(reader.environment, reader.warnings);
      root = files.read(file);
    }
    reader.apply(options, root);
    return reader.config(root, file == null ? "-o" : file.toString());
  }

  /**
   * Where the file of the distribution, like Falco's own, says more than the defaults of its keys.
   */
  private static Map<String, Object> shipped() {
    Map<String, Object> entry = new LinkedHashMap<>(Map.of("suggested_output", "true"));
    Map<String, Object> drops =
        new LinkedHashMap<>(Map.of("actions", new ArrayList<>(List.of("log", "alert"))));
    return new LinkedHashMap<>(
        Map.of("append_output", new ArrayList<>(List.of(entry)), "syscall_event_drops", drops));
  }

  private void apply(List<String> options, Map<String, Object> root) throws ConfigException {
    for (String option : options) {
      int equals = option.indexOf('=');
      if (equals <= 0) {
        throw new ConfigException("-o " + option + ": expected KEY=VALUE");
      }
      String text = option.substring(equals + 1);
      Object value =
          text.startsWith("{") && text.endsWith("}")
              ? YamlTree.read("-o " + option, text, environment)
              : text;
      KeyPath.set(root, option.substring(0, equals), value);
    }
    if (!options.isEmpty()) {
      for (String warning : ConfigKeys.check("-o", root)) {
        String bare = warning.substring(warning.indexOf('`'));
        if (warnings.stream().noneMatch(w -> w.endsWith(bare))) {
          warnings.add(warning);
        }
      }
    }
  }

  private FalcoConfig config(Map<String, Object> root, String name) throws ConfigException {
    Values values = new Values(root, environment);
    PluginEntries plugins = new PluginEntries(values, name, environment);
    return new FalcoConfig(
        choice(values, name, "rule_matching", "first", Set.of("first", "all")).equals("all"),
        choice(values, name, "priority", "debug", PRIORITIES),
        selections(values, name),
        rulesFiles(values, name),
        values.bool("json_output", false),
        values.bool("json_include_output_property", true),
        values.bool("json_include_output_fields_property", true),
        values.bool("json_include_tags_property", true),
        values.bool("json_include_message_property", false),
        values.bool("time_format_iso_8601", false),
        values.bool("buffer_format_base64", false),
        appendOutput(values, name),
        values.bool("stdout_output.enabled", true),
        fileOutput(values, name),
        values.bool("file_output.keep_alive", false),
        values.bool("buffered_outputs", false),
        replayFile(values, name),
        AuditConfigReader.read(values, name, plugins, warnings),
        ProbeConfigReader.read(values, name),
        ContainersConfigReader.read(values, name, plugins, warnings),
        stateLimits(values, name),
        staleThreads(values, name),
        constants(values),
        List.copyOf(warnings));
  }

  private static String choice(
      Values values, String name, String key, String fallback, Set<String> allowed)
      throws ConfigException {
    String value = values.text(key, fallback).toLowerCase(Locale.ROOT);
    if (!allowed.contains(value)) {
      throw new ConfigException(
          "%s: `%s` cannot be `%s`; it is one of %s"
              .formatted(name, key, value, String.join(", ", allowed.stream().sorted().toList())));
    }
    return value;
  }

  private static List<RuleSelection> selections(Values values, String name) throws ConfigException {
    List<RuleSelection> selections = new ArrayList<>();
    for (Object item : values.list("rules")) {
      Values entry = values.of(item);
      boolean enable = entry.has("enable");
      String key = enable ? "enable" : "disable";
      String rule = entry.text(key + ".rule", "");
      String tag = entry.text(key + ".tag", "");
      if (rule.isEmpty() && tag.isEmpty()) {
        throw new ConfigException(
            name + ": an entry of `rules` has no `rule` and no `tag` under `enable` or `disable`");
      }
      selections.add(new RuleSelection(enable, rule, tag));
    }
    return selections;
  }

  private List<String> rulesFiles(Values values, String name) throws ConfigException {
    if (values.has("rules_files") && values.has("rules_file")) {
      throw new ConfigException(name + ": both `rules_files` and `rules_file` are set");
    }
    if (values.has("rules_file")) {
      warnings.add(name + ": `rules_file` is deprecated, use `rules_files`");
    }
    String key = values.has("rules_file") ? "rules_file" : "rules_files";
    return values.texts(key).stream().filter(file -> Files.exists(Path.of(file))).toList();
  }

  private List<AppendOutput> appendOutput(Values values, String name) throws ConfigException {
    List<AppendOutput> entries = new ArrayList<>();
    for (Object item : values.list("append_output")) {
      Values entry = values.of(item);
      Set<String> raw = new LinkedHashSet<>();
      Map<String, String> formatted = new LinkedHashMap<>();
      for (Object field : entry.list("extra_fields")) {
        addField(field, raw, formatted, name);
      }
      String rule = entry.text("match.rule", "");
      List<String> tags = entry.texts("match.tags");
      if (!rule.isEmpty() && !tags.isEmpty()) {
        warnings.add(
            "%s: an entry of `append_output` names the rule `%s` and tags: it appends to that rule"
                    .formatted(name, rule)
                + " only, and only while the rule has all of them");
      }
      entries.add(
          new AppendOutput(
              entry.text("match.source", ""),
              rule,
              new HashSet<>(tags),
              entry.text("extra_output", ""),
              List.copyOf(raw),
              formatted,
              entry.bool("suggested_output", false)));
    }
    return entries;
  }

  private static void addField(
      Object field, Set<String> raw, Map<String, String> formatted, String name)
      throws ConfigException {
    Map<String, Object> keyed = Values.map(field);
    for (Map.Entry<String, Object> entry : keyed.entrySet()) {
      if (keyed.size() > 1
          || raw.contains(entry.getKey())
          || formatted.put(entry.getKey(), String.valueOf(entry.getValue())) != null) {
        throw twice(name, entry.getKey());
      }
    }
    if (field instanceof String text) {
      if (formatted.containsKey(text)) {
        throw twice(name, text);
      }
      raw.add(text);
    }
  }

  private static ConfigException twice(String name, String field) {
    return new ConfigException(
        name
            + ": each item of `extra_fields` is a field's name or one `key: format`, and keys differ;"
            + " see `"
            + field
            + "`");
  }

  private static StateLimits stateLimits(Values values, String name) throws ConfigException {
    StateLimits standard = StateLimits.STANDARD;
    return new StateLimits(
        size(values, name, "falco_libs.thread_table_size", standard.threads()),
        size(values, name, "falcoj.state.descriptors_per_process", standard.fdsPerProcess()),
        size(values, name, "falcoj.state.users", standard.users()),
        size(values, name, "falcoj.state.containers", standard.containers()));
  }

  private static StaleThreads staleThreads(Values values, String name) throws ConfigException {
    String key = "falco_libs.thread_table_auto_purging_";
    StaleThreads standard = StaleThreads.STANDARD;
    return new StaleThreads(
        seconds(values, name, key + "interval_s", standard.interval()),
        seconds(values, name, key + "thread_timeout_s", standard.silence()));
  }

  private static Duration seconds(Values values, String name, String key, Duration fallback)
      throws ConfigException {
    return Duration.ofSeconds(
        number(values, name, key, (int) fallback.toSeconds(), "a number of seconds"));
  }

  private static int size(Values values, String name, String key, int fallback)
      throws ConfigException {
    return number(values, name, key, fallback, "the size of a table, a number");
  }

  private static int number(Values values, String name, String key, int fallback, String what)
      throws ConfigException {
    String text = values.text(key, "");
    if (text.isEmpty()) {
      return fallback;
    }
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
      throw new ConfigException("%s: `%s` is %s from 1 to 999999999".formatted(name, key, what));
    }
    return Integer.parseInt(text);
  }

  private static Map<String, String> constants(Values values) {
    Map<String, String> constants = new LinkedHashMap<>();
    Values.map(values.map("static_fields"))
        .forEach((key, value) -> constants.put(key, String.valueOf(value)));
    return Map.copyOf(constants);
  }

  private static String fileOutput(Values values, String name) throws ConfigException {
    if (!values.bool("file_output.enabled", false)) {
      return "";
    }
    String file = values.text("file_output.filename", "");
    if (file.isEmpty()) {
      throw new ConfigException(
          name + ": `file_output` is enabled and `file_output.filename` is missing");
    }
    return file;
  }

  private String replayFile(Values values, String name) throws ConfigException {
    if (!values.has("engine.kind")) {
      return "";
    }
    String kind = choice(values, name, "engine.kind", "", ENGINES);
    String file = values.text("engine.replay.capture_file", "");
    if (kind.equals("kmod")) {
      warnings.add(name + ": there is no kernel module; `engine.kind` `kmod` means the eBPF probe");
    }
    if (!kind.equals("replay")) {
      return "";
    }
    if (file.isEmpty()) {
      throw new ConfigException(
          name + ": `engine.kind` is `replay` and `engine.replay.capture_file` is missing");
    }
    return file;
  }
}
