package io.falcoj.runtime.match;

import java.util.Set;

/**
 * An entry of {@code rules}: switches rules on or off.
 *
 * @param enable true to switch on
 * @param pattern rule name, {@code *} standing for any run of characters; empty for any rule
 * @param tag tag that the rule must have; empty for any rule
 */
public record RuleSelection(boolean enable, String pattern, String tag) {
  /** True for the rules that this entry switches. */
  public boolean selects(String name, Set<String> tags) {
    return (!pattern.isEmpty() && matchesWildcard(pattern, name))
        || (!tag.isEmpty() && tags.contains(tag));
  }

  /**
   * Each literal is looked for at its leftmost place, without going back, as upstream does ({@code
   * matches_wildcard} in {@code userspace/engine/falco_utils.cpp}).
   */
  public static boolean matchesWildcard(String pattern, String text) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(text);
    }
    if (!text.startsWith(pattern.substring(0, star))) {
      return false;
    }
    int at = star;
    int from = star + 1;
    while (from < pattern.length()) {
      int next = pattern.indexOf('*', from);
      String literal = pattern.substring(from, next < 0 ? pattern.length() : next);
      int found = text.indexOf(literal, at);
      if (found < 0) {
        return false;
      }
      at = found + literal.length();
      if (next < 0) {
        return at == text.length();
      }
      from = next + 1;
    }
    return true;
  }
}
