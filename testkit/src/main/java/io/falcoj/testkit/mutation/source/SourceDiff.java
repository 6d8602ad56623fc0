package io.falcoj.testkit.mutation.source;

import io.falcoj.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Edits as a unified diff without surrounding lines: one hunk for each file, which is named where
 * there are several.
 */
final class SourceDiff {
  private SourceDiff() {}

  static List<String> of(List<SourceEdit> edits, UnaryOperator<String> names) {
    Map<SourceFile, List<SourceEdit>> byFile = new LinkedHashMap<>();
    for (SourceEdit edit : edits) {
      byFile.computeIfAbsent(edit.place().file(), f -> new ArrayList<>()).add(edit);
    }
    List<String> lines = new ArrayList<>();
    byFile.forEach(
        (file, own) -> {
          if (byFile.size() > 1) {
            lines.add("--- " + names.apply(file.name()));
            lines.add("+++ " + names.apply(file.name()));
          }
          add(lines, file.text(), SourceEdit.apply(file.text(), own));
        });
    return lines;
  }

  private static void add(List<String> lines, String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int first = 0;
    while (first < Math.min(old.size(), now.size()) && old.get(first).equals(now.get(first))) {
      first++;
    }
    int oldEnd = old.size();
    int nowEnd = now.size();
    while (oldEnd > first && nowEnd > first && old.get(oldEnd - 1).equals(now.get(nowEnd - 1))) {
      oldEnd--;
      nowEnd--;
    }
    lines.add("@@ -" + range(first, oldEnd) + " +" + range(first, nowEnd) + " @@");
    old.subList(first, oldEnd).forEach(line -> lines.add("-" + line));
    now.subList(first, nowEnd).forEach(line -> lines.add("+" + line));
  }

  /** As diff counts: an empty range stands behind the line before it. */
  private static String range(int first, int end) {
    int count = end - first;
    int line = count == 0 ? first : first + 1;
    return count == 1 ? String.valueOf(line) : line + "," + count;
  }
}
