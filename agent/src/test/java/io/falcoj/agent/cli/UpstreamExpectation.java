package io.falcoj.agent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A row of upstream's regression tests: rules, a capture or log, options, and what must come of it.
 */
record UpstreamExpectation(Map<String, Object> row) {
  String id() {
    return (String) row.get("id");
  }

  /** True when a later Falco has another expectation of that name. */
  boolean superseded() {
    return row.containsKey("newer_version");
  }

  boolean hasInput() {
    return row.get("capture") instanceof String;
  }

  /** Why the row says nothing about replay, or empty. */
  String outOfScope() {
    if ("aws_cloudtrail".equals(row.get("event_source"))) {
      return "events of a plugin that is not part of FalcoJ";
    }
    if ("k8s_audit".equals(row.get("event_source"))) {
      return "audit events: AuditExpectationsTest of the compiler runs them";
    }
    if (!hasInput()) {
      return "no events: about plugins or the command line of that version";
    }
    return id().contains("SyscallDrops") || id().contains("monitor_syscall_drops")
        ? "about events that the kernel drops, live"
        : "";
  }

  /** The command line that means the same. */
  List<String> arguments(String corpus) {
    List<String> arguments = new ArrayList<>();
    for (String rule : texts(row.get("rules"))) {
      arguments.addAll(List.of("-r", corpus + "/" + rule));
    }
    arguments.addAll(List.of("-e", corpus + "/" + row.get("capture")));
    Map<String, Object> options = map(row.get("options"));
    if (options.get("config") instanceof String config) {
      arguments.addAll(List.of("-c", corpus + "/" + config));
    }
    if (Boolean.TRUE.equals(options.get("json_output"))) {
      arguments.add("--json");
    }
    if (Boolean.TRUE.equals(options.get("time_format_iso_8601"))) {
      option(arguments, "time_format_iso_8601=true");
    }
    option(arguments, "append_output=[]");
    selections(options, arguments);
    if (options.get("min_priority") instanceof String priority) {
      option(arguments, "priority=" + priority.toLowerCase(Locale.ROOT));
    }
    if (options.get("cli") instanceof List<?> lines) {
      for (Object line : lines) {
        String text = String.valueOf(line);
        if (text.startsWith("-o ") && !text.contains("outFilePath")) {
          option(arguments, text.substring(3));
        }
      }
    }
    return arguments;
  }

  /** What -t, -T and -D said, as entries of {@code rules}. */
  private static void selections(Map<String, Object> options, List<String> arguments) {
    List<String> enabled = texts(options.get("enabled_tags"));
    if (!enabled.isEmpty()) {
      option(arguments, "rules[]={disable: {rule: '*'}}");
      enabled.forEach(tag -> option(arguments, "rules[]={enable: {tag: %s}}".formatted(tag)));
    }
    for (String tag : texts(options.get("disabled_tags"))) {
      option(arguments, "rules[]={disable: {tag: %s}}".formatted(tag));
    }
    for (String part : texts(options.get("disabled_rules"))) {
      option(arguments, "rules[]={disable: {rule: '*%s*'}}".formatted(part));
    }
  }

  private static void option(List<String> arguments, String option) {
    arguments.addAll(List.of("-o", option));
  }

  /** What the run did otherwise; empty for nothing. */
  String fault(CommandRun run) {
    Map<String, Object> expected = map(row.get("expect"));
    int status = expected.get("exit_status") instanceof Integer number ? number : 0;
    boolean fails = status != 0;
    if (fails != (run.code() != 0)) {
      return "exit status " + run.code() + " instead of " + status + ": " + run.err();
    }
    AlertSummary summary = AlertSummary.of(run.err());
    String fault = fails ? "" : alerts(expected, summary);
    return fault.isEmpty() ? output(expected, run, fails) : fault + ", alerts " + summary.rules();
  }

  private static String alerts(Map<String, Object> expected, AlertSummary summary) {
    int total = summary.total();
    if (expected.get("detected") instanceof Boolean detected && detected != total > 0) {
      return "detected " + detected;
    }
    if (expected.get("total") instanceof Integer wanted && wanted != total) {
      return "total " + wanted;
    }
    for (Map.Entry<String, Object> count : map(expected.get("counts")).entrySet()) {
      int found = summary.rules().getOrDefault(count.getKey(), 0);
      if (count.getValue() instanceof Integer wanted ? wanted != found : found == 0) {
        return count.toString();
      }
    }
    for (Map.Entry<String, Object> count : map(expected.get("min_counts")).entrySet()) {
      if (summary.rules().getOrDefault(count.getKey(), 0) < (Integer) count.getValue()) {
        return "at least " + count;
      }
    }
    return levels(expected, summary);
  }

  private static String levels(Map<String, Object> expected, AlertSummary summary) {
    // Rows that expect no alert name the level of the rule that must stay silent.
    boolean silent = Boolean.FALSE.equals(expected.get("detected"));
    for (String level : silent ? List.<String>of() : texts(expected.get("levels"))) {
      if (!summary.hasLevel(level)) {
        return "level " + level;
      }
    }
    for (String level : texts(expected.get("not_levels"))) {
      if (summary.hasLevel(level)) {
        return "not level " + level;
      }
    }
    return "";
  }

  /** Falco's summary is on standard output, ours on standard error: texts may be on either. */
  private static String output(Map<String, Object> expected, CommandRun run, boolean fails) {
    String all = run.out() + run.err();
    for (String key : List.of("stdout_contains", "stdout_matches")) {
      for (String text : texts(expected.get(key))) {
        if (!Pattern.compile(text).matcher(all).find() && !fails) {
          return key + " " + text;
        }
      }
    }
    for (String key : List.of("stdout_not_contains", "stdout_not_matches")) {
      for (String text : texts(expected.get(key))) {
        if (Pattern.compile(text).matcher(all).find()) {
          return key + " " + text;
        }
      }
    }
    return "";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value instanceof Map ? (Map<String, Object>) value : Map.of();
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof List<?> list) {
      list.forEach(item -> texts.add(String.valueOf(item)));
    }
    return texts;
  }
}
