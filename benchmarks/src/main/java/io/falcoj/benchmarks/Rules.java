package io.falcoj.benchmarks;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Compiles the rules that a benchmark is given. */
final class Rules {
  private Rules() {}

  static Bundle compile(List<Path> files) throws IOException, BundleException {
    CompilationResult result =
        RuleCompiler.compile(RuleFiles.read(files), CompilerOptions.defaults());
    if (!result.successful()) {
      throw new IllegalArgumentException("the rules do not compile: " + result.errors());
    }
    return BundleLoader.load(Objects.requireNonNull(result.bundle()), "benchmark");
  }
}
