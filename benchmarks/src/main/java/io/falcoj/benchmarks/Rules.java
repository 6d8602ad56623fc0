package io.falcoj.benchmarks;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Compiles the rules that a benchmark is given. */
public final class Rules {
  private Rules() {}

  /** Compiles files. */
  public static Bundle compile(List<Path> files) throws IOException, BundleException {
    return compile(RuleCompiler.compile(RuleFiles.read(files), CompilerOptions.defaults()));
  }

  /** Compiles a text. */
  public static Bundle compile(String name, String yaml) throws BundleException {
    return compile(
        RuleCompiler.compile(List.of(new SourceFile(name, yaml)), CompilerOptions.defaults()));
  }

  private static Bundle compile(CompilationResult result) throws BundleException {
    if (!result.successful()) {
      throw new IllegalArgumentException("the rules do not compile: " + result.errors());
    }
    return BundleLoader.load(Objects.requireNonNull(result.bundle()), "benchmark");
  }
}
