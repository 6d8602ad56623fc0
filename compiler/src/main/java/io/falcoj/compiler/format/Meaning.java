package io.falcoj.compiler.format;

import io.falcoj.compiler.format.ConditionText.Group;
import io.falcoj.compiler.source.ScalarStyle;
import io.falcoj.compiler.yaml.YamlEvent;
import io.falcoj.compiler.yaml.YamlEvent.Kind;
import java.util.List;
import java.util.Objects;

/**
 * Compares what two files say: the same YAML with the same decoded texts, but for blanks between
 * the words of conditions. The formatter asks it before it hands out a text.
 */
final class Meaning {
  private static final int ITEM = 2;

  private int depth;
  private boolean isKey;
  private boolean isCondition;

  private Meaning() {}

  /** Index of the first event that says something else, or -1 when all are alike. */
  static int difference(List<YamlEvent> before, List<YamlEvent> after) {
    Meaning meaning = new Meaning();
    for (int i = 0; i < before.size() && i < after.size(); i++) {
      if (!meaning.same(before.get(i), after.get(i))) {
        return i;
      }
    }
    return before.size() == after.size() ? -1 : Math.min(before.size(), after.size());
  }

  private boolean same(YamlEvent before, YamlEvent after) {
    boolean condition = isCondition && before.kind() == Kind.SCALAR;
    step(before);
    return before.kind() == after.kind()
        && before.explicit() == after.explicit()
        && Objects.equals(before.anchor(), after.anchor())
        && Objects.equals(before.tag(), after.tag())
        && (condition
            ? sameCondition(before.value(), after.value())
            : before.value().equals(after.value()) && isPlain(before) == isPlain(after));
  }

  /** Follows the keys of items, where a plain text may be a condition. */
  private void step(YamlEvent event) {
    isCondition = isKey && depth == ITEM && event.value().equals("condition");
    switch (event.kind()) {
      case SEQUENCE_START, MAPPING_START -> {
        depth++;
        isKey = event.kind() == Kind.MAPPING_START;
      }
      case COLLECTION_END -> {
        depth--;
        isKey = true;
      }
      case SCALAR, ALIAS -> isKey = !isKey;
      case DOCUMENT_START, DOCUMENT_END -> isKey = false;
    }
  }

  /** Only plain texts can stand for null. */
  private static boolean isPlain(YamlEvent event) {
    return event.style() == ScalarStyle.PLAIN;
  }

  private static boolean sameCondition(String before, String after) {
    if (before.equals(after)) {
      return true;
    }
    Group first = ConditionParser.parse(before);
    Group second = ConditionParser.parse(after);
    return first != null
        && second != null
        && ConditionText.flat(first).equals(ConditionText.flat(second));
  }
}
