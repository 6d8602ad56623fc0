package io.falcoj.compiler;

import java.util.Set;

/**
 * What a compilation may be told.
 *
 * @param bundleName written into the bundle's manifest
 * @param bundleVersion likewise
 * @param includeSources whether the rule files become part of the bundle
 * @param sources event sources whose rules are compiled; rules of others are dropped with a warning
 */
public record CompilerOptions(
    String bundleName, String bundleVersion, boolean includeSources, Set<String> sources) {
  public CompilerOptions {
    sources = Set.copyOf(sources);
  }

  /** Rules of every known source, rule files not included. */
  public static CompilerOptions defaults() {
    return new CompilerOptions("rules", "0", false, Set.of("syscall", "k8s_audit"));
  }
}
