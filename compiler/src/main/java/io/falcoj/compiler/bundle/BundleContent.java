package io.falcoj.compiler.bundle;

import io.falcoj.compiler.codegen.GeneratedClasses;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.pushdown.PushdownPlan;
import java.util.List;

/**
 * What goes into a bundle.
 *
 * @param engineVersion highest that the rule files require; empty when none says one
 * @param plugins plugins that they require, as {@code name:version}
 * @param pushdown which events the rules need
 * @param sources rule files to include; empty to leave them out
 */
public record BundleContent(
    String name,
    String version,
    String engineVersion,
    List<String> plugins,
    List<RuleInfo> rules,
    GeneratedClasses classes,
    PushdownPlan pushdown,
    List<SourceFile> sources) {
  public BundleContent {
    plugins = List.copyOf(plugins);
    rules = List.copyOf(rules);
    sources = List.copyOf(sources);
  }
}
