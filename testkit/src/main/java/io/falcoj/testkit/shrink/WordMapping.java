package io.falcoj.testkit.shrink;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.testkit.shrink.recording.TextMapping;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces whole values first, the longest first, then words. */
final class WordMapping implements TextMapping {
  private final Map<String, String> values;
  private final Map<String, String> words;
  private final Pattern any;

  /**
   * @param values whole values with what stands for them; found where no word goes on around them
   * @param words words with what stands for them
   */
  WordMapping(Map<String, String> values, Map<String, String> words) {
    this.values = Map.copyOf(values);
    this.words = Map.copyOf(words);
    String inner = Words.WORD.pattern().replaceFirst("\\+$", "");
    String alternatives =
        values.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(v -> v))
            .map(value -> "(?<!" + inner + ")" + Pattern.quote(value) + "(?!" + inner + ")|")
            .collect(Collectors.joining());
    this.any = Pattern.compile(alternatives + Words.WORD.pattern());
  }

  @Override
  public ByteSlice apply(ByteSlice text) {
    String before = new String(text.toBytes(), StandardCharsets.ISO_8859_1);
    String after = any.matcher(before).replaceAll(m -> Matcher.quoteReplacement(of(m.group())));
    return after.equals(before) ? text : ByteSlice.of(after.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String of(String found) {
    String value = values.get(found);
    return value != null ? value : words.getOrDefault(found, found);
  }
}
