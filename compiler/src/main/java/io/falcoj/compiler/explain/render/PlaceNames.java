package io.falcoj.compiler.explain.render;

import io.falcoj.compiler.clause.Clause;
import io.falcoj.compiler.explain.ClauseResult;
import io.falcoj.compiler.explain.Explanation;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names places by file and line, files by as little of their paths as tells them apart. */
final class PlaceNames {
  private final Map<SourceFile, String> names = new HashMap<>();

  PlaceNames(Set<SourceFile> files) {
    for (SourceFile file : files) {
      String[] parts = file.name().split("/", -1);
      String shown = parts[parts.length - 1];
      for (int i = parts.length - 2; i >= 0 && !isUnique(shown, files); i--) {
        shown = parts[i] + "/" + shown;
      }
      names.put(file, shown);
    }
  }

  private static boolean isUnique(String shown, Set<SourceFile> files) {
    return files.stream().filter(f -> ("/" + f.name()).endsWith("/" + shown)).count() == 1;
  }

  /** For all places of an explanation. */
  static PlaceNames of(Explanation explanation) {
    Set<SourceFile> files = new HashSet<>();
    explanation.rule().revisions().forEach(r -> files.add(r.span().file()));
    if (explanation.earlier() != null) {
      files.add(explanation.earlier().span().file());
    }
    addFiles(explanation.condition(), files);
    return new PlaceNames(files);
  }

  private static void addFiles(ClauseResult result, Set<SourceFile> files) {
    Clause clause = result.clause();
    files.add(clause.place().file());
    clause.origins().forEach(r -> files.add(r.span().file()));
    clause.listings().forEach(l -> files.add(l.place().file()));
    result.items().forEach(i -> files.add(i.place().file()));
    result.clauses().forEach(c -> addFiles(c, files));
  }

  /** File and line. */
  String of(SourceSpan place) {
    return names.getOrDefault(place.file(), place.file().name()) + ":" + line(place);
  }

  static int line(SourceSpan place) {
    return place.file().lines().line(place.start());
  }
}
