package io.falcoj.runtime.ops;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.charset.StandardCharsets;

/**
 * A regular expression in the syntax of RE2's POSIX mode that must match a whole text. Runs in time
 * linear in the text. Bad UTF-8 in the text is read as U+FFFD.
 */
public final class Regex {
  /** What the library puts before an expression that is compiled with that flag. */
  private static final String MULTILINE_FLAG = "(?m)";

  private final Pattern pattern;

  private Regex(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException with a message for people when the syntax is not allowed
   */
  public static Regex of(String expression) {
    PosixSyntax.check(expression);
    try {
      // Anchors within the expression stand at the ends of lines, as RE2 has it in POSIX mode.
      return new Regex(Pattern.compile(PosixSyntax.translate(expression), Pattern.MULTILINE));
    } catch (PatternSyntaxException e) {
      String part = e.getPattern();
      String written = part.startsWith(MULTILINE_FLAG) ? expression : part;
      throw new IllegalArgumentException(e.getDescription() + ": " + written, e);
    }
  }

  public boolean matches(ByteSlice text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) < 0) {
        return pattern.matches(
            new String(text.array(), text.offset(), text.length(), StandardCharsets.UTF_8));
      }
    }
    return pattern.matches(text.toBytes());
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
