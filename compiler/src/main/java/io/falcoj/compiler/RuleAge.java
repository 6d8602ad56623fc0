package io.falcoj.compiler;

import io.falcoj.compiler.decl.Version;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.yaml.Declaration;
import io.falcoj.compiler.yaml.RuleFile;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells the rule files that were written for engines before 0.32: those that require a version up
 * to 0.31, or none.
 */
final class RuleAge {
  private static final long LAST_OLD_ENGINE = 31;

  private RuleAge() {}

  static Predicate<SourceFile> old(List<RuleFile> files) {
    Set<SourceFile> recent = Collections.newSetFromMap(new IdentityHashMap<>());
    for (RuleFile file : files) {
      for (Declaration declaration : file.declarations()) {
        if (declaration instanceof Declaration.EngineVersion version && isRecent(version.text())) {
          recent.add(file.source());
        }
      }
    }
    return file -> !recent.contains(file);
  }

  private static boolean isRecent(String text) {
    if (text.matches("[0-9]{1,9}")) {
      return Long.parseLong(text) > LAST_OLD_ENGINE;
    }
    Version version = Version.parse(text);
    return version != null && (version.major() > 0 || version.minor() > LAST_OLD_ENGINE);
  }
}
