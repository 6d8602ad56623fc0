package io.falcoj.agent.rules;

import io.falcoj.agent.console.CommandException;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.console.ExitCode;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the rules that a run was given: bundles, rule files, those of the configuration, or ours.
 */
public final class RuleSources {
  private static final String SHIPPED = "rules/falcoj-rules.jar";

  private final Console console;
  private final List<Path> bundles;
  private final List<Path> files;
  private final CompilerOptions options;

  /**
   * @param configured rule files of the configuration; used when no bundle and no file is given
   * @param options how rule files are compiled
   */
  public RuleSources(
      Console console,
      List<Path> bundles,
      List<Path> files,
      List<String> configured,
      CompilerOptions options) {
    this.console = console;
    this.bundles = bundles;
    this.options = options;
    this.files =
        bundles.isEmpty() && files.isEmpty() ? configured.stream().map(Path::of).toList() : files;
  }

  /** True when nothing was given and the shipped rules are used. */
  private boolean shipped() {
    return bundles.isEmpty() && files.isEmpty();
  }

  /**
   * Loads the rules.
   *
   * @throws CommandException when they are invalid; what is wrong was printed
   */
  public List<Bundle> load() throws CommandException {
    List<Bundle> loaded = new ArrayList<>();
    try {
      for (Path bundle : bundles) {
        if (!Files.exists(bundle)) {
          throw new CommandException(ExitCode.INVALID, bundle + ": no such file");
        }
        loaded.add(BundleLoader.load(bundle));
      }
      if (!files.isEmpty()) {
        byte[] compiled = RuleCompilation.bundle(files, options, console);
        loaded.add(BundleLoader.load(compiled, "compiled rules"));
      }
      if (shipped()) {
        loaded.add(BundleLoader.load(shippedBundle()));
      }
    } catch (BundleException e) {
      throw new CommandException(ExitCode.INVALID, e.getMessage());
    }
    return loaded;
  }

  private Path shippedBundle() throws CommandException {
    Path home = console.home();
    Path bundle = home == null ? null : home.resolve(SHIPPED);
    if (bundle == null || !Files.exists(bundle)) {
      throw new CommandException(
          ExitCode.INVALID, "this distribution ships no rules; name a bundle or use -r PATH");
    }
    return bundle;
  }
}
