package io.falcoj.compiler;

import io.falcoj.compiler.decl.Version;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.yaml.Declaration;
import io.falcoj.compiler.yaml.RuleFile;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Tells by the engine version that they require for which engines rule files were written. */
final class RuleAge {
  private static final long LAST_OLD_ENGINE = 31;

  private final Set<SourceFile> recent = Collections.newSetFromMap(new IdentityHashMap<>());

  RuleAge(List<RuleFile> files) {
    for (RuleFile file : files) {
      for (Declaration declaration : file.declarations()) {
        if (declaration instanceof Declaration.EngineVersion version && isRecent(version.text())) {
          recent.add(file.source());
        }
      }
    }
  }

  /** True for a file that requires a version up to 0.31, or none. */
  boolean mayBeOld(SourceFile file) {
    return !recent.contains(file);
  }

  private static boolean isRecent(String text) {
    if (text.matches("[0-9]{1,9}")) {
      return Long.parseLong(text) > LAST_OLD_ENGINE;
    }
    Version version = Version.parse(text);
    return version != null && (version.major() > 0 || version.minor() > LAST_OLD_ENGINE);
  }
}
