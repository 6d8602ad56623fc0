package io.falcoj.compiler;

import io.falcoj.runtime.schema.FieldCatalog;
import java.util.Set;

/**
 * What a compilation may be told.
 *
 * @param bundleName written into the bundle's manifest
 * @param bundleVersion likewise
 * @param includeSources whether the rule files become part of the bundle
 * @param sources event sources whose rules are compiled; rules of others are dropped with a warning
 * @param constants keys that are fields as {@code static.KEY}
 */
public record CompilerOptions(
    String bundleName,
    String bundleVersion,
    boolean includeSources,
    Set<String> sources,
    Set<String> constants) {
  public CompilerOptions {
    sources = Set.copyOf(sources);
    constants = Set.copyOf(constants);
  }

  /** Without constants. */
  public CompilerOptions(
      String bundleName, String bundleVersion, boolean includeSources, Set<String> sources) {
    this(bundleName, bundleVersion, includeSources, sources, Set.of());
  }

  /** The same with these constants. */
  public CompilerOptions withConstants(Set<String> keys) {
    return new CompilerOptions(bundleName, bundleVersion, includeSources, sources, keys);
  }

  /** The fields that rules can name. */
  FieldCatalog fields() {
    return FieldCatalog.withConstants(constants);
  }

  /** Rules of every known source, rule files not included. */
  public static CompilerOptions defaults() {
    return new CompilerOptions("rules", "0", false, Set.of("syscall", "k8s_audit"));
  }
}
