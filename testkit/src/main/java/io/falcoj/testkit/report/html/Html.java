package io.falcoj.testkit.report.html;

import io.falcoj.testkit.report.view.SafeText;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements; whatever a text holds stays text. */
final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element; names of attributes and their values in turn. */
  Html open(String tag, String... attributes) {
    tag(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Ends the element that was begun last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Ends it, and the line in the file. */
  Html end() {
    close();
    out.append('\n');
    return this;
  }

  /** An element without content. */
  Html empty(String tag, String... attributes) {
    tag(tag, attributes);
    out.append(" />");
    return this;
  }

  /** An element with a text of our own. */
  Html element(String tag, String content, String... attributes) {
    return open(tag, attributes).text(content).close();
  }

  /** A text from elsewhere, whose direction of writing ends with it. */
  Html foreign(String content) {
    return element("bdi", content);
  }

  /** A sentence from elsewhere in which code stands between backticks. */
  Html prose(String content) {
    open("bdi");
    String[] parts = content.split("`", -1);
    boolean paired = parts.length % 2 == 1;
    for (int i = 0; i < parts.length; i++) {
      if (paired && i % 2 == 1) {
        element("code", parts[i]);
      } else {
        text(i == 0 || paired ? parts[i] : "`" + parts[i]);
      }
    }
    return close();
  }

  Html text(String content) {
    escape(content);
    return this;
  }

  /** The elements; all are closed. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("open elements: " + open);
    }
    return out.toString();
  }

  private void tag(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String content) {
    String safe = SafeText.of(content);
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          if (turns(c)) {
            out.append("[U+%04X]".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
  }

  /** Whether it changes the order in which the characters behind it are shown. */
  private static boolean turns(char c) {
    return c == '\u061c'
        || (c >= '\u200e' && c <= '\u200f')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
