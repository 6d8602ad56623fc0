package io.falcoj.testkit.suite;

import io.falcoj.compiler.source.SourceSpan;
import java.util.Collection;
import java.util.List;

/**
 * The rules that are under test.
 *
 * @param rules names, or globs of names
 * @param tags a rule with one of them is under test too
 */
public record Selection(List<Item> rules, List<Item> tags) {
  /**
   * A name, a glob or a tag.
   *
   * @param place where it stands
   */
  public record Item(String text, SourceSpan place) {
    /** Whether it names that rule. */
    public boolean names(String rule) {
      return text.equals(rule) || new Glob(text).matches(rule);
    }
  }

  public Selection {
    rules = List.copyOf(rules);
    tags = List.copyOf(tags);
  }

  /** Whether a rule is under test. */
  public boolean selects(String rule, Collection<String> itsTags) {
    return rules.stream().anyMatch(item -> item.names(rule))
        || tags.stream().anyMatch(item -> itsTags.contains(item.text()));
  }
}
