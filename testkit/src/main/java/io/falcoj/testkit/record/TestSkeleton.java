package io.falcoj.testkit.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text of a test file with one case. */
final class TestSkeleton {
  /**
   * What needs no quotes in YAML; words that mean something else to it are too short for a name.
   */
  private static final Pattern PLAIN =
      Pattern.compile("(\\.\\./)*[A-Za-z][A-Za-z0-9_ ./-]*[A-Za-z0-9]");

  private TestSkeleton() {}

  /**
   * What a rule said about the events.
   *
   * @param count how often
   */
  record Said(String rule, String priority, long count) {}

  /**
   * The test file.
   *
   * @param rules relative to the test file; empty for the project's
   * @param events likewise
   */
  static String of(String comment, List<Path> rules, String name, String events, List<Said> said) {
    StringBuilder yaml =
        new StringBuilder("# ").append(comment.replaceAll("\\s+", " ")).append('\n');
    if (!rules.isEmpty()) {
      List<String> paths = new ArrayList<>();
      rules.forEach(path -> paths.add(scalar(path.toString())));
      yaml.append("rules: [").append(String.join(", ", paths)).append("]\n");
    }
    yaml.append("tests:\n  - name: ").append(scalar(name)).append('\n');
    yaml.append("    events: ").append(scalar(events)).append('\n');
    if (said.isEmpty()) {
      return yaml.append("    expect: []\n").toString();
    }
    yaml.append("    expect:\n");
    for (Said rule : said) {
      yaml.append("      - rule: ").append(scalar(rule.rule())).append('\n');
      yaml.append("        count: ").append(rule.count()).append('\n');
      yaml.append("        priority: ").append(rule.priority().toUpperCase(Locale.ROOT));
      yaml.append('\n');
    }
    return yaml.toString();
  }

  private static String scalar(String text) {
    if (PLAIN.matcher(text).matches() && !text.contains(": ") && text.length() > 5) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
