package io.falcoj.compiler;

import java.util.Set;

/**
 * What a compilation may be told.
 *
 * @param bundleName written into the bundle's manifest
 * @param bundleVersion likewise
 * @param includeSources whether the rule files become part of the bundle
 * @param startsAreCalls whether {@code evt.dir = >} in a rule file for engines before 0.32 holds
 *     for the one event that calls have now; off, it holds for no call, as in Falco
 * @param sources event sources whose rules are compiled; rules of others are dropped with a warning
 */
public record CompilerOptions(
    String bundleName,
    String bundleVersion,
    boolean includeSources,
    boolean startsAreCalls,
    Set<String> sources) {
  public CompilerOptions {
    sources = Set.copyOf(sources);
  }

  /** As the full form, old checks for the start of a call holding for no call. */
  public CompilerOptions(
      String bundleName, String bundleVersion, boolean includeSources, Set<String> sources) {
    this(bundleName, bundleVersion, includeSources, false, sources);
  }

  /** Rules of every known source, rule files not included. */
  public static CompilerOptions defaults() {
    return new CompilerOptions("rules", "0", false, false, Set.of("syscall", "k8s_audit"));
  }
}
