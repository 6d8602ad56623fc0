package io.falcoj.testkit.pages;

import io.falcoj.testkit.report.view.SafeText;
import java.util.List;

/** Pieces of Markdown that hold any text. */
final class Markdown {
  private static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  Markdown line(String line) {
    text.append(line).append('\n');
    return this;
  }

  Markdown heading(int level, String heading) {
    return blank().line("#".repeat(level) + " " + plain(heading)).blank();
  }

  Markdown blank() {
    if (!text.isEmpty() && text.indexOf("\n\n", Math.max(0, text.length() - 2)) < 0) {
      text.append('\n');
    }
    return this;
  }

  /** A block of code, broken between words where lines get long. */
  Markdown block(String kind, List<String> lines) {
    line("```" + kind);
    lines.forEach(this::line);
    return line("```");
  }

  /** A text in lines of some length; each after the first is moved in. */
  static List<String> wrapped(String words, String indent) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : SafeText.of(words.strip()).split("\\s+")) {
      if (length > 0 && length + 1 + word.length() > WIDTH) {
        lines.append('\n').append(indent);
        length = indent.length();
      } else if (length > 0) {
        lines.append(' ');
        length++;
      }
      lines.append(word);
      length += word.length();
    }
    return lines.toString().lines().toList();
  }

  /** Text that Markdown leaves alone. */
  static String plain(String words) {
    return SafeText.of(words.strip().replaceAll("\\s+", " "))
        .replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
  }

  static String code(String words) {
    String fence = words.contains("`") ? "``" : "`";
    return fence + SafeText.of(words) + fence;
  }

  static String codes(List<String> words) {
    return String.join(", ", words.stream().map(Markdown::code).toList());
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }
}
