package io.falcoj.runtime.output;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entry of {@code append_output}: what it adds to the outputs of the rules that it matches.
 *
 * @param source event source that it is for; empty for any
 * @param rule name of the rule that it is for; empty for any
 * @param tags tags that the rule must have, all of them
 * @param extraOutput text behind the rule's output; empty for none
 * @param rawFields names of fields to put into {@code output_fields} with their JSON types
 * @param formattedFields keys of {@code output_fields} with templates of their values
 * @param suggested whether the suggested output fields are appended too
 */
public record AppendOutput(
    String source,
    String rule,
    Set<String> tags,
    String extraOutput,
    List<String> rawFields,
    Map<String, String> formattedFields,
    boolean suggested) {
  public AppendOutput {
    tags = Set.copyOf(tags);
    rawFields = List.copyOf(rawFields);
    formattedFields = Map.copyOf(formattedFields);
  }

  /** What Falco's own configuration has: the suggested fields for every rule. */
  public static AppendOutput suggestedFields() {
    return new AppendOutput("", "", Set.of(), "", List.of(), Map.of(), true);
  }

  /** Text behind the output of every rule. */
  public static AppendOutput toAll(String text) {
    return new AppendOutput("", "", Set.of(), text, List.of(), Map.of(), false);
  }

  /** True for the rules that this entry is about. */
  public boolean matches(String ruleName, String ruleSource, Set<String> ruleTags) {
    return (source.isEmpty() || source.equals(ruleSource))
        && (rule.isEmpty() || rule.equals(ruleName))
        && ruleTags.containsAll(tags);
  }
}
