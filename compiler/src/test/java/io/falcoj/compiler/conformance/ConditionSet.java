package io.falcoj.compiler.conformance;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.source.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Many conditions as the rules of one bundle, all of which match independently. */
final class ConditionSet {
  private final Bundle bundle;
  private final Map<String, String> refused;
  private final Set<String> mended;

  private ConditionSet(Bundle bundle, Map<String, String> refused, Set<String> mended) {
    this.bundle = bundle;
    this.refused = refused;
    this.mended = mended;
  }

  /**
   * @param conditions by id
   */
  static ConditionSet compile(Map<String, String> conditions) throws IOException {
    StringBuilder yaml = new StringBuilder();
    Map<String, String> refused = new LinkedHashMap<>();
    Set<String> mended = new HashSet<>();
    for (Map.Entry<String, String> condition : conditions.entrySet()) {
      String rule = OneRule.text(condition.getKey(), condition.getValue());
      CompilationResult alone = compile(rule);
      if (alone.successful()) {
        yaml.append(rule);
      } else {
        refused.put(condition.getKey(), alone.errors().get(0).message());
      }
      for (Diagnostic diagnostic : alone.diagnostics()) {
        if (diagnostic.code() == DiagnosticCode.DIFFERS_FROM_FALCO) {
          mended.add(condition.getKey());
        }
      }
    }
    try {
      byte[] jar = Objects.requireNonNull(compile(yaml.toString()).bundle());
      return new ConditionSet(BundleLoader.load(jar, "conditions"), refused, mended);
    } catch (BundleException e) {
      throw new IOException(e);
    }
  }

  private static CompilationResult compile(String yaml) {
    return RuleCompiler.compile(
        List.of(new SourceFile("conditions.yaml", yaml)), CompilerOptions.defaults());
  }

  /** Conditions that do not compile, with the reason. */
  Map<String, String> refused() {
    return refused;
  }

  /** Conditions that say of themselves that Falco does otherwise. */
  Set<String> mended() {
    return mended;
  }

  /** Numbers of the matching events up to {@code last}, by condition. */
  Map<String, List<Long>> run(Path capture, long last) throws IOException {
    Map<String, List<Long>> matches = new HashMap<>();
    try {
      MatchRecorder.of(bundle, capture, last)
          .forEach((rule, events) -> matches.put(bundle.rules().get(rule).name(), events));
    } catch (SourceException e) {
      throw new IOException(capture + ": " + e, e);
    }
    return matches;
  }
}
