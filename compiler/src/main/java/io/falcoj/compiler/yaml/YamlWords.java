package io.falcoj.compiler.yaml;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What Falco's YAML library calls the faults that ours finds, where both have a name for one. */
final class YamlWords {
  /** Part of our library's words to theirs; the first that is found counts. */
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("(TAB)", "illegal tab when looking for indentation"),
          Map.entry("parsing a block collection", "end of sequence not found"),
          Map.entry("parsing a block mapping", "end of map not found"),
          Map.entry("parsing a flow sequence", "end of sequence flow not found"),
          Map.entry("parsing a flow mapping", "end of map flow not found"),
          Map.entry("undefined alias", "the referenced anchor is not defined: "),
          Map.entry("mapping values are not allowed", "illegal map value"),
          Map.entry("mapping keys are not allowed", "illegal map key"),
          Map.entry("sequence entries are not allowed", "illegal block entry"),
          Map.entry("unexpected document separator", "illegal document indicator in scalar"),
          Map.entry("unexpected end of stream", "illegal EOF in scalar"),
          Map.entry("unknown escape character", "unknown escape character: "),
          Map.entry("scanning for the next token", "unknown token"));

  private YamlWords() {}

  /** Its words, with the place in them. */
  static String falcos(MarkedYAMLException fault, String ours) {
    Mark mark = fault.getProblemMark();
    for (Map.Entry<String, String> words : WORDS) {
      if (mark != null && ours.contains(words.getKey())) {
        return "yaml-cpp: error at line %d, column %d: %s"
            .formatted(mark.getLine() + 1, mark.getColumn() + 1, words.getValue());
      }
    }
    return ours;
  }
}
