package io.falcoj.runtime.ops;

import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.SlicePool;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/**
 * The short options among arguments, in the manner of {@code getopt(3)}: clusters are taken apart,
 * options with values take the rest of their word or the next one, double-dash words are skipped;
 * {@code --} or the first word without a dash ends the options.
 */
public final class Getopt {
  private Getopt() {}

  /**
   * Options and their values in order; {@code ?} for an option that {@code options} does not name.
   *
   * @param list filled and handed out; null when something is absent
   */
  public static @Nullable ValueList all(
      @Nullable ValueList arguments,
      @Nullable ByteSlice options,
      ValueList list,
      SlicePool slices) {
    if (arguments == null || options == null) {
      return null;
    }
    scan(arguments, options, -1, list, slices);
    return list;
  }

  /**
   * The last value of one option, or its name when it takes none; empty when the value is missing,
   * null when the option is not given.
   *
   * @param option the option's character
   */
  public static @Nullable ByteSlice last(
      @Nullable ValueList arguments,
      @Nullable ByteSlice options,
      int option,
      ValueList list,
      SlicePool slices) {
    if (arguments == null || options == null) {
      return null;
    }
    scan(arguments, options, option, list, slices);
    return list.size() == 0 ? null : list.slice(list.size() - 1);
  }

  private static void scan(
      ValueList arguments, ByteSlice options, int selector, ValueList out, SlicePool slices) {
    for (int a = 0; a < arguments.size(); a++) {
      ByteSlice word = arguments.slice(a);
      boolean dash = word.length() > 1 && word.at(0) == '-';
      if (!dash || word.length() == 2 && word.at(1) == '-') {
        return;
      }
      if (word.at(1) == '-') {
        continue;
      }
      a += cluster(arguments, a, options, selector, out, slices);
    }
  }

  /** Takes one word apart; returns how many further words were used up as values. */
  private static int cluster(
      ValueList arguments,
      int index,
      ByteSlice options,
      int selector,
      ValueList out,
      SlicePool slices) {
    ByteSlice word = arguments.slice(index);
    for (int i = 1; i < word.length(); i++) {
      int kind = kind(options, word.at(i));
      boolean wanted = selector < 0 || selector == (word.at(i) & 0xff);
      if (kind == UNKNOWN) {
        if (selector < 0) {
          out.add(QUESTION);
        }
        continue;
      }
      ByteSlice name = part(word, i, 1, slices);
      if (kind == PLAIN) {
        if (wanted) {
          out.add(name);
        }
        continue;
      }
      boolean attached = i + 1 < word.length();
      boolean hasValue = attached || index + 1 < arguments.size();
      if (wanted) {
        if (hasValue && selector < 0) {
          out.add(name);
        }
        ByteSlice next = attached || !hasValue ? ByteSlice.EMPTY : arguments.slice(index + 1);
        out.add(attached ? part(word, i + 1, word.length() - i - 1, slices) : next);
      }
      return attached || !hasValue ? 0 : 1;
    }
    return 0;
  }

  private static final int UNKNOWN = 0;
  private static final int PLAIN = 1;
  private static final int WITH_VALUE = 2;
  private static final ByteSlice QUESTION = ByteSlice.of("?");

  private static int kind(ByteSlice options, byte option) {
    int found = UNKNOWN;
    int i = options.length() > 0 && options.at(0) == ':' ? 1 : 0;
    for (; i < options.length(); i++) {
      byte c = options.at(i);
      if (c == ':') {
        continue;
      }
      boolean value = i + 1 < options.length() && options.at(i + 1) == ':';
      if (c == option && option != ':') {
        found = Math.max(found, value ? WITH_VALUE : PLAIN);
      }
      i += value ? 1 : 0;
    }
    return found;
  }

  private static ByteSlice part(ByteSlice word, int from, int length, SlicePool slices) {
    return slices.slice().wrap(word.array(), word.offset() + from, length);
  }
}
