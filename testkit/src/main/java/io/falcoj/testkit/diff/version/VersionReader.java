package io.falcoj.testkit.diff.version;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.testkit.replay.LoadedRules;
import io.falcoj.testkit.run.RulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads rule sets by the names that people give them. */
public final class VersionReader {
  private VersionReader() {}

  /**
   * A rule set.
   *
   * @param name a rule file or directory, a bundle, or {@code REVISION:PATH} as git has it
   * @throws VersionException when it is none of these
   * @throws RulesException when the rules are invalid
   */
  public static RuleSetVersion read(String name) throws VersionException, RulesException {
    Path path = Path.of(name);
    if (Files.isRegularFile(path) && name.endsWith(".jar")) {
      return bundle(path);
    }
    int colon = name.indexOf(':');
    if (!Files.exists(path) && colon > 0) {
      GitRevision revision = new GitRevision(Path.of(""), name.substring(0, colon));
      return compiled(name, revision.read(name.substring(colon + 1)));
    }
    return files(List.of(path));
  }

  /**
   * The rule set of these files and directories, in order.
   *
   * @throws VersionException when one does not exist
   * @throws RulesException when the rules are invalid
   */
  public static RuleSetVersion files(List<Path> paths) throws VersionException, RulesException {
    try {
      return compiled(label(paths), RuleFiles.read(paths));
    } catch (IOException e) {
      throw new VersionException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * What the same files and directories were at a revision.
   *
   * @throws VersionException when there is no repository, no revision or no file
   * @throws RulesException when the rules were invalid
   */
  public static RuleSetVersion revision(String revision, List<Path> paths)
      throws VersionException, RulesException {
    return compiled(revision, GitRevision.read(revision, paths));
  }

  private static String label(List<Path> paths) {
    return String.join(", ", paths.stream().map(Path::toString).toList());
  }

  private static RuleSetVersion compiled(String label, List<SourceFile> files)
      throws RulesException {
    Bundle bundle = LoadedRules.compile(files, label).bundle();
    CheckedRules checked = RuleCompiler.check(files, CompilerOptions.defaults());
    return new RuleSetVersion(label, bundle, checked);
  }

  private static RuleSetVersion bundle(Path jar) throws VersionException, RulesException {
    List<SourceFile> sources;
    Bundle bundle;
    try {
      bundle = BundleLoader.load(jar);
      sources = BundleSources.read(jar);
    } catch (BundleException e) {
      throw new VersionException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new VersionException(jar + ": cannot be read: " + e.getMessage());
    }
    CheckedRules checked =
        sources.isEmpty() ? null : RuleCompiler.check(sources, CompilerOptions.defaults());
    return new RuleSetVersion(jar.toString(), bundle, checked);
  }
}
