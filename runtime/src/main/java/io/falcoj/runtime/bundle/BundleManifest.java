package io.falcoj.runtime.bundle;

import io.falcoj.runtime.abi.RuleInfo;
import java.util.List;
import java.util.Map;

/**
 * What {@code META-INF/falco/bundle.json} says.
 *
 * @param format version of the file's form; this runtime reads {@link #FORMAT}
 * @param abi version of the contract between generated code and runtime
 * @param engineVersion highest {@code required_engine_version} of the rule files; empty when none
 *     says one
 * @param plugins plugins that the rule files require, as {@code name:version}
 * @param entries entry class by event source, with dots
 * @param classes SHA-256 in hexadecimal by class file name within the jar
 * @param pushdown SHA-256 of the file with the filters; empty when there is none
 */
public record BundleManifest(
    int format,
    int abi,
    String name,
    String version,
    String engineVersion,
    List<String> plugins,
    Map<String, String> entries,
    Map<String, String> classes,
    String pushdown,
    String rulesDigest,
    List<RuleInfo> rules) {
  /** The form that this runtime reads. */
  public static final int FORMAT = 1;

  /** Place of the manifest within the jar. */
  public static final String PATH = "META-INF/falco/bundle.json";

  public BundleManifest {
    plugins = List.copyOf(plugins);
    entries = Map.copyOf(entries);
    classes = Map.copyOf(classes);
    rules = List.copyOf(rules);
  }
}
