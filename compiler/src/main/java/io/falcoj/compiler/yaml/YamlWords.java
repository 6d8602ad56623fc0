package io.falcoj.compiler.yaml;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What Falco's YAML library calls the faults that ours finds, where both have a name for one. */
final class YamlWords {
  private static final String ALIAS = "undefined alias ";

  /** Part of our library's words to theirs; the first that is found counts. */
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("scanning a block scalar", "unexpected character in block scalar"),
          Map.entry("scanning an alias", "alias not found after *"),
          Map.entry("scanning an anchor", "anchor not found after &"),
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

  static final String NO_KEY = "could not find expected ':'";

  /** Words, and the code point at which they are said. */
  record Said(String words, int at) {}

  private YamlWords() {}

  /** Its words, with the place in them. */
  static Said falcos(MarkedYAMLException fault, String ours) {
    Mark mark = fault.getProblemMark();
    Mark began = fault.getContextMark();
    if (mark == null) {
      return new Said(ours, 0);
    }
    if (ours.contains(NO_KEY) && began != null) {
      int colon = nextValue(began);
      if (colon >= 0) {
        return said("illegal map value", began.getBuffer(), colon);
      }
    }
    for (Map.Entry<String, String> words : WORDS) {
      if (ours.contains(words.getKey())) {
        int alias = ours.indexOf(ALIAS);
        String name = alias < 0 ? "" : ours.substring(alias + ALIAS.length());
        return said(words.getValue() + name, mark.getBuffer(), mark.getIndex());
      }
    }
    return new Said(ours, mark.getIndex());
  }

  /** Theirs notices a line that is no key at the next value: the place of its colon, or -1. */
  private static int nextValue(Mark began) {
    int[] text = began.getBuffer();
    int at = began.getIndex();
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    while (at < text.length) {
      boolean ends = at + 1 == text.length || Character.isWhitespace(text[at + 1]);
      if (text[at] == ':' && ends) {
        return at;
      }
      at++;
    }
    return -1;
  }

  private static Said said(String words, int[] text, int at) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < at; i++) {
      column = text[i] == '\n' ? 1 : column + 1;
      line += text[i] == '\n' ? 1 : 0;
    }
    return new Said("yaml-cpp: error at line %d, column %d: %s".formatted(line, column, words), at);
  }
}
