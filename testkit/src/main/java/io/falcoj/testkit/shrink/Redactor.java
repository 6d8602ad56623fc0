package io.falcoj.testkit.shrink;

import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.replay.RuleAlert;
import io.falcoj.testkit.replay.RuleJudge;
import io.falcoj.testkit.shrink.recording.Recording;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Replaces values of fields in a recording, wherever their words stand in it, and holds the result
 * to the verdict: the rule fires on the same events.
 */
final class Redactor {
  /** The kernel keeps so much of a program's name. */
  private static final int COMM = 15;

  private static final int NAMED = 5;

  private final Redaction redaction;
  private final RuleJudge judge;
  private final FieldValues reader;

  /** Where a word comes from and what stands for it. */
  private record Replacement(String field, String text) {}

  /** What became of the recording, and values of the fields that are still there. */
  record Redacted(Recording recording, List<String> left) {}

  Redactor(Redaction redaction, RuleJudge judge) throws ShrinkException {
    this.redaction = redaction;
    this.judge = judge;
    this.reader = new FieldValues(redaction.fields().keySet(), judge.rule().source());
  }

  Redacted redact(Recording recording) throws ShrinkException {
    Map<String, Set<String>> values = reader.of(recording);
    Map<String, Replacement> whole = new TreeMap<>();
    Map<String, Replacement> words = new TreeMap<>();
    Pseudonyms pseudonyms = new Pseudonyms(recording.write());
    values.forEach(
        (field, of) -> of.forEach(value -> plan(field, value, pseudonyms, whole, words)));
    List<Long> fired = events(recording);
    Recording mapped = recording.map(mapping(whole, words));
    if (!events(mapped).equals(fired)) {
      throw new ShrinkException(broken(recording, fired, whole, words));
    }
    return new Redacted(mapped, left(values, reader.of(mapped)));
  }

  private void plan(
      String field,
      String value,
      Pseudonyms pseudonyms,
      Map<String, Replacement> whole,
      Map<String, Replacement> words) {
    String text = redaction.fields().get(field);
    if (text != null) {
      if (!redaction.except().contains(value)) {
        whole.putIfAbsent(value, new Replacement(field, text));
      }
      return;
    }
    String part = redaction.keepDirectories() ? lastPart(value) : value;
    Words.of(part)
        .filter(word -> !redaction.except().contains(word) && !words.containsKey(word))
        .forEach(
            word -> {
              String made = pseudonyms.of(word);
              words.put(word, new Replacement(field, made));
              if (word.length() > COMM) {
                words.putIfAbsent(
                    word.substring(0, COMM), new Replacement(field, made.substring(0, COMM)));
              }
            });
  }

  private static String lastPart(String value) {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  private static WordMapping mapping(
      Map<String, Replacement> whole, Map<String, Replacement> words) {
    return new WordMapping(texts(whole), texts(words));
  }

  private static Map<String, String> texts(Map<String, Replacement> replacements) {
    Map<String, String> texts = new LinkedHashMap<>();
    replacements.forEach((word, replacement) -> texts.put(word, replacement.text()));
    return texts;
  }

  private List<Long> events(Recording recording) {
    try {
      return judge
          .judge(ReplaySources.open("recording", new ByteArrayInputStream(recording.write())))
          .alerts()
          .stream()
          .map(RuleAlert::event)
          .toList();
    } catch (SourceException e) {
      return List.of();
    }
  }

  /** Names what the verdict hangs on, by replacing one thing at a time. */
  private String broken(
      Recording recording,
      List<Long> fired,
      Map<String, Replacement> whole,
      Map<String, Replacement> words) {
    List<String> breaking = new ArrayList<>();
    whole.forEach(
        (value, to) -> {
          if (!events(recording.map(mapping(Map.of(value, to), Map.of()))).equals(fired)) {
            breaking.add("`" + value + "` of " + to.field());
          }
        });
    words.forEach(
        (word, to) -> {
          if (!events(recording.map(mapping(Map.of(), Map.of(word, to)))).equals(fired)) {
            breaking.add("`" + word + "` of " + to.field());
          }
        });
    String rule = "rule \"" + judge.rule().name() + "\"";
    if (breaking.isEmpty()) {
      return rule
          + " does not give the same verdict on the redacted recording; it hangs on several of the"
          + " replaced values together: redact fewer fields";
    }
    String named = breaking.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = breaking.size() - NAMED;
    return "%s does not give the same verdict without %s%s; keep what it needs with --redact-except"
        .formatted(rule, named, more > 0 ? " and " + more + " more" : "");
  }

  private List<String> left(Map<String, Set<String>> before, Map<String, Set<String>> after) {
    List<String> left = new ArrayList<>();
    after.forEach(
        (field, values) ->
            values.stream()
                .filter(before.getOrDefault(field, Set.of())::contains)
                .filter(this::shouldHaveGone)
                .forEach(value -> left.add(field + " = " + value)));
    return left;
  }

  private boolean shouldHaveGone(String value) {
    if (redaction.except().contains(value)) {
      return false;
    }
    String part = redaction.keepDirectories() ? lastPart(value) : value;
    return Words.of(part).anyMatch(word -> !redaction.except().contains(word));
  }
}
