package io.falcoj.testkit.replay;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.testkit.run.RulesException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Rules that were compiled and linked. */
public record LoadedRules(Bundle bundle) {
  /**
   * Compiles rule files.
   *
   * @param files in load order
   * @param origin shown in messages
   * @throws RulesException when they are invalid; the message has every diagnostic
   */
  public static LoadedRules compile(List<SourceFile> files, String origin) throws RulesException {
    CompilationResult result = RuleCompiler.compile(files, CompilerOptions.defaults());
    if (!result.successful()) {
      throw new RulesException(result.errors());
    }
    try {
      return new LoadedRules(BundleLoader.load(Objects.requireNonNull(result.bundle()), origin));
    } catch (BundleException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    }
  }

  /** The rule of that name. */
  public Optional<RuleInfo> find(String name) {
    return bundle.rules().stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** What to say of a name that is none of a rule. */
  public String unknown(String name) {
    String hint = Hints.didYouMean(name, bundle.rules().stream().map(RuleInfo::name).toList());
    return "no rule \"%s\"; %s"
        .formatted(
            name, hint == null ? "`falco-run -L -r ...` lists the rules of the files" : hint);
  }
}
