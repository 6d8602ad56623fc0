package io.falcoj.compiler;

import io.falcoj.compiler.decl.Version;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.yaml.item.Declaration;
import io.falcoj.compiler.yaml.item.RuleFile;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Tells by the engine version that they require for which engines rule files were written. */
final class RuleAge {
  /** The engine version of Falco 0.31, the last one before audit events came from a plugin. */
  private static final long LAST_OLD_ENGINE = 11;

  private final Map<SourceFile, Boolean> declared = new IdentityHashMap<>();

  RuleAge(List<RuleFile> files) {
    for (RuleFile file : files) {
      for (Declaration declaration : file.declarations()) {
        if (declaration instanceof Declaration.EngineVersion version) {
          declared.merge(file.source(), isOld(version.text()), Boolean::logicalAnd);
        }
      }
    }
  }

  /** True for a file that requires the engine of a Falco up to 0.31, or none. */
  boolean mayBeOld(SourceFile file) {
    return declared.getOrDefault(file, true);
  }

  /** True for a file that requires the engine of a Falco up to 0.31. */
  boolean isOld(SourceFile file) {
    return declared.getOrDefault(file, false);
  }

  private static boolean isOld(String text) {
    if (text.matches("[0-9]{1,9}")) {
      return Long.parseLong(text) <= LAST_OLD_ENGINE;
    }
    Version version = Version.parse(text);
    return version != null && version.major() == 0 && version.minor() <= LAST_OLD_ENGINE;
  }
}
