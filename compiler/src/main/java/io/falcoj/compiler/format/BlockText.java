package io.falcoj.compiler.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A literal or folded scalar as written, without its indentation.
 *
 * @param indicator {@code |} or {@code >}
 * @param chomping {@code +}, {@code -} or nothing
 * @param comment behind the indicator, or empty
 * @param lines without indentation; empty lines at the end only when they count
 * @param length of what the lines take of the file, line ends not counted
 */
record BlockText(char indicator, String chomping, String comment, List<String> lines, int length) {
  BlockText {
    lines = List.copyOf(lines);
  }

  /**
   * Takes a scalar apart.
   *
   * @param raw from the indicator to where the parser found its end
   * @param value what it decodes to
   * @return null when its indentation cannot be told
   */
  static @Nullable BlockText of(String raw, String value) {
    int headerEnd = raw.indexOf('\n') < 0 ? raw.length() : raw.indexOf('\n');
    String header = raw.substring(0, headerEnd);
    int hash = header.indexOf('#');
    String signs = hash < 0 ? header : header.substring(0, hash);
    String chomping = signs.indexOf('+') > 0 ? "+" : signs.indexOf('-') > 0 ? "-" : "";
    List<String> body = new ArrayList<>();
    int at = headerEnd + 1;
    while (at < raw.length()) {
      int end = raw.indexOf('\n', at) < 0 ? raw.length() : raw.indexOf('\n', at);
      body.add(raw.substring(at, end));
      at = end + 1;
    }
    int indent = indent(body, value);
    if (indent < 0) {
      return null;
    }
    List<String> lines = new ArrayList<>();
    int used = headerEnd;
    int length = headerEnd;
    int counted = 0;
    for (String line : body) {
      used += 1 + line.length();
      String content = line.length() > indent ? line.substring(indent) : "";
      lines.add(content);
      if (!content.isEmpty() || chomping.equals("+")) {
        length = used;
        counted = lines.size();
      }
    }
    boolean openEnd = !raw.endsWith("\n") && counted == lines.size() && !value.endsWith("\n");
    return new BlockText(
        raw.charAt(0),
        openEnd && counted > 0 ? "-" : chomping,
        hash < 0 ? "" : header.substring(hash).stripTrailing(),
        lines.subList(0, counted),
        length);
  }

  /** How deep the lines are indented, seen at the first that has text; -1 when none has. */
  private static int indent(List<String> body, String value) {
    if (value.isBlank()) {
      return value.chars().allMatch(c -> c == '\n') && body.stream().allMatch(String::isBlank)
          ? Integer.MAX_VALUE
          : -1;
    }
    int kept = 0;
    for (int i = 0; i < value.length() && value.charAt(i) <= ' '; i++) {
      kept = value.charAt(i) == '\n' ? 0 : kept + 1;
    }
    for (String line : body) {
      int blanks = 0;
      while (blanks < line.length() && line.charAt(blanks) <= ' ') {
        blanks++;
      }
      if (blanks < line.length()) {
        return blanks - kept;
      }
    }
    return -1;
  }
}
