package io.falcoj.testkit.rules;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compiles the rules that suites name, each set of files once. */
public final class RuleSets {
  private final Map<List<Path>, Path> bundles;
  private final Map<List<Path>, RuleSet> known = new HashMap<>();
  private final Map<List<Path>, RuleFaults> refused = new HashMap<>();

  /**
   * @param bundles of rules that were compiled before, by their files and folders
   */
  public RuleSets(Map<List<Path>, Path> bundles) {
    this.bundles = Map.copyOf(bundles);
  }

  /**
   * The rules of those files and folders.
   *
   * @throws RuleFaults when they have errors, or cannot be read; the same every time
   */
  public synchronized RuleSet get(List<Path> paths) throws RuleFaults {
    RuleFaults before = refused.get(paths);
    if (before != null) {
      throw before;
    }
    RuleSet rules = known.get(paths);
    if (rules == null) {
      try {
        rules = load(paths);
      } catch (RuleFaults e) {
        refused.put(paths, e);
        throw e;
      }
      known.put(paths, rules);
    }
    return rules;
  }

  private RuleSet load(List<Path> paths) throws RuleFaults {
    try {
      List<SourceFile> sources = RuleFiles.read(paths);
      Path compiled = bundles.get(paths);
      byte[] bundle = compiled == null ? compile(sources) : Files.readAllBytes(compiled);
      return new RuleSet(sources, BundleLoader.load(bundle, "rules under test"));
    } catch (IOException | BundleException e) {
      throw new RuleFaults(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] compile(List<SourceFile> sources) throws RuleFaults {
    CompilationResult result = RuleCompiler.compile(sources, CompilerOptions.defaults());
    if (!result.successful()) {
      throw new RuleFaults(result.errors());
    }
    return Objects.requireNonNull(result.bundle());
  }
}
