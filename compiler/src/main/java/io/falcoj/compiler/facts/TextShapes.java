package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Part;
import java.util.Map;

/** Searches within one text that exclude or imply each other. */
final class TextShapes {
  private TextShapes() {}

  /** Whether no text has the new outcome and all those of before. */
  static boolean contradict(Test.Search added, boolean passes, Map<Test, Boolean> outcomes) {
    for (Map.Entry<Test, Boolean> known : outcomes.entrySet()) {
      if (known.getKey() instanceof Test.Search search) {
        boolean holds = known.getValue();
        if (passes && holds && excludes(added, search)) {
          return true;
        }
        if (passes && !holds && implies(added, search)) {
          return true;
        }
        if (!passes && holds && implies(search, added)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean excludes(Test.Search one, Test.Search other) {
    if (one.part() != other.part()) {
      return false;
    }
    return switch (one.part()) {
      case STARTSWITH, ENDSWITH -> !implies(one, other) && !implies(other, one);
      case CONTAINS, ICONTAINS -> false;
    };
  }

  /** Whether every text that passes the one passes the other. */
  static boolean implies(Test.Search one, Test.Search other) {
    boolean part = KnownValueTests.search(other.part(), one.value(), other.value());
    return switch (other.part()) {
      case STARTSWITH -> one.part() == Part.STARTSWITH && part;
      case ENDSWITH -> one.part() == Part.ENDSWITH && part;
      case CONTAINS -> one.part() != Part.ICONTAINS && part;
      case ICONTAINS -> part;
    };
  }
}
