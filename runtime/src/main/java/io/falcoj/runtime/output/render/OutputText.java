package io.falcoj.runtime.output.render;

import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.output.AppendOutput;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A rule's output with what the configuration appends to it. Upstream: {@code compile_rule_infos}
 * in {@code userspace/engine/rule_loader_compiler.cpp}.
 */
final class OutputText {
  /** What old rules wrote where the suggested fields stand today. */
  private static final String CONTAINER_INFO = "%container.info";

  private OutputText() {}

  static String message(RuleInfo rule, List<AppendOutput> appended, FieldCatalog catalog) {
    StringBuilder text = new StringBuilder(rule.output());
    for (AppendOutput entry : matching(rule, appended)) {
      if (!entry.extraOutput().isEmpty()) {
        text.append(' ').append(entry.extraOutput());
      }
      if (entry.suggested()) {
        for (String field : suggested(rule.source(), catalog)) {
          text.append(' ').append(field.replace('.', '_')).append("=%").append(field);
        }
      }
    }
    return text.toString().replace(CONTAINER_INFO, "");
  }

  /** Keys of further {@code output_fields} with their formats; raw fields by {@code %name}. */
  static TreeMap<String, Extra> extras(RuleInfo rule, List<AppendOutput> appended) {
    TreeMap<String, Extra> extras = new TreeMap<>();
    for (AppendOutput entry : matching(rule, appended)) {
      entry.formattedFields().forEach((key, format) -> extras.put(key, new Extra(format, false)));
      entry.rawFields().forEach(key -> extras.put(key, new Extra("%" + key, true)));
    }
    return extras;
  }

  /**
   * A further field.
   *
   * @param raw whether the value keeps its JSON type
   */
  record Extra(String format, boolean raw) {}

  private static List<AppendOutput> matching(RuleInfo rule, List<AppendOutput> appended) {
    Set<String> tags = new HashSet<>(rule.tags());
    return appended.stream().filter(e -> e.matches(rule.name(), rule.source(), tags)).toList();
  }

  private static Set<String> suggested(String source, FieldCatalog catalog) {
    Set<String> names = new LinkedHashSet<>();
    // Upstream adds the class of the constants before those of plugins, the container's among them.
    catalog.constants().forEach(key -> names.add("static." + key));
    for (FieldDef field : catalog.all()) {
      if (field.has(FieldDef.FieldFlag.FORMAT_SUGGESTED)
          && field.arg() == FieldDef.ArgKind.NONE
          && field.fieldClass().in(source)) {
        names.add(field.name());
      }
    }
    return names;
  }
}
